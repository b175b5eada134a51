// Both ways to the server: a socket, and the same exchange by HTTP.

/** {socket(): WebSocket, post(body): Promise<{status, answer}>} for the addresses of a workshop. */
export function linksTo(addresses, token, { at = location, Socket = WebSocket, ask = fetch } = {}) {
  return {
    socket: () => new Socket(`${at.protocol === "https:" ? "wss" : "ws"}://${at.host}${addresses.socket}`),
    async post(body) {
      const answer = await ask(addresses.exchange, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
        body: JSON.stringify(body),
        redirect: "manual",
      });
      return { status: answer.status, answer: answer.ok ? await answer.json() : null };
    },
  };
}
