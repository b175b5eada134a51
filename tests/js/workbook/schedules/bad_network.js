// A network between a real laptop and a real server that loses, doubles, delays and tears apart, while it is `bad`.
const LATEST_MS = 60;
const RATES = { lost: 0.12, doubled: 0.1, late: 0.3, torn: 0.2, cut: 0.05, refused: 0.2 };

export class BadNetwork {
  /**
   * `ports`: of the servers, one of which is taken for each connection; `sockets`: false where only HTTP passes;
   * `orderly`: a line breaks but never lets something pass that came after what it lost, as no line of TCP does.
   */
  constructor({ ports, room, cookie, chance, sockets, orderly }) {
    Object.assign(this, { ports, room, cookie, chance, sockets, orderly, bad: false, counts: {}, underWay: 0, answers: 0 });
  }

  happens(what) {
    const does = this.bad && this.chance.happens(RATES[what]);
    if (does) this.counts[what] = (this.counts[what] ?? 0) + 1;
    return does;
  }

  /** Run `act` never, now, later, or twice. */
  carry(act) {
    if (this.happens("lost")) return;
    if (this.happens("doubled")) act();
    if (this.happens("late")) setTimeout(act, this.chance.below(LATEST_MS));
    else act();
  }

  get headers() {
    const origin = `http://127.0.0.1:${this.port}`;
    return { Cookie: `${this.cookie}; ${this.room.csrfCookie}`, Origin: origin };
  }

  links() {
    return { socket: () => new TornSocket(this), post: (body) => this.post(body), findings: async () => null };
  }

  async post(body) {
    if (this.happens("lost")) throw new TypeError("the request is lost");
    this.port = this.chance.of(this.ports);
    const send = () =>
      fetch(`http://127.0.0.1:${this.port}${this.room.exchange}`, {
        method: "POST",
        headers: { ...this.headers, "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": this.room.csrf },
        body: JSON.stringify(this.torn(body)),
        redirect: "manual",
      });
    this.underWay += 1;
    try {
      const answers = [await send()];
      if (this.happens("doubled")) answers.push(await send());
      const answer = answers.at(-1);
      const told = answer.ok ? await answer.json() : null;
      if (this.happens("lost")) throw new TypeError("the answer is lost");
      this.answers += told ? 1 : 0;
      return { status: answer.status, answer: told };
    } finally {
      this.underWay -= 1;
    }
  }

  /** Some items of a push do not arrive, so that what follows comes before its parent. */
  torn(message) {
    if (!message.items || this.orderly || !this.happens("torn")) return message;
    return { ...message, items: message.items.filter(() => this.chance.happens(0.5)) };
  }
}

class TornSocket extends EventTarget {
  constructor(network) {
    super();
    this.network = network;
    this.ended = false;
    if (!network.sockets || network.happens("refused")) {
      setTimeout(() => this.over(), 1);
      return;
    }
    network.port = network.chance.of(network.ports);
    this.real = new WebSocket(`ws://127.0.0.1:${network.port}${network.room.socket}`, { headers: network.headers });
    this.real.addEventListener("open", () => this.ended || this.dispatchEvent(new Event("open")));
    this.real.addEventListener("close", () => this.over());
    this.real.addEventListener("error", () => this.over());
    this.real.addEventListener("message", (event) => network.carry(() => this.hear(event.data)));
  }

  get readyState() {
    return this.ended ? 3 : (this.real?.readyState ?? 0);
  }

  hear(data) {
    if (!this.ended) this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }

  send(data) {
    const message = JSON.parse(data);
    const written = JSON.stringify(message.type === "push" ? this.network.torn(message) : message);
    const carried = () => this.real.readyState === 1 && this.real.send(written);
    if (!this.network.orderly) this.network.carry(carried);
    else if (this.network.happens("lost")) return this.over();
    else carried();
    if (this.network.happens("cut")) this.over();
  }

  over() {
    if (this.ended) return;
    this.ended = true;
    this.real?.close();
    this.dispatchEvent(new Event("close"));
  }

  close() {
    this.ended = true;
    this.real?.close();
  }
}
