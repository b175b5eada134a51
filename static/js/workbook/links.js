// Both ways to the server: a socket, and the same exchange by HTTP.

/** {socket(): WebSocket, post(body): Promise<{status, answer}>, findings(): Promise<list or null>} for the addresses of a workshop. */
export function linksTo(addresses, token, { at = location, Socket = WebSocket, ask = fetch } = {}) {
  return {
    socket: () => new Socket(`${at.protocol === "https:" ? "wss" : "ws"}://${at.host}${addresses.socket}`),
    async findings() {
      const answer = await ask(addresses.findings, { headers: { Accept: "application/json" }, redirect: "manual" });
      return answer.ok ? (await answer.json()).list : null;
    },
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
