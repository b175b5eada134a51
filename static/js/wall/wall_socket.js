// The wall's line to the server: it only listens. A broken one is taken up again; the last picture stays meanwhile.

const PAUSES_MS = [500, 1000, 2000, 5000, 10_000];

/** Events: "told" (`message`), "line" (`open`: whether the line stands), "ended" (`reason`). */
export class WallSocket extends EventTarget {
  constructor(address) {
    super();
    this.address = address;
    this.failed = 0;
    this.connect();
  }

  connect() {
    const url = new URL(this.address, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new WebSocket(url);
    this.socket.addEventListener("message", ({ data }) => this.heard(data));
    this.socket.addEventListener("close", () => this.lost());
  }

  heard(data) {
    const message = JSON.parse(data);
    if (message.type === "ended") {
      this.over = true;
      this.dispatchEvent(Object.assign(new Event("ended"), { reason: message.reason }));
    }
    if (message.type !== "wall") return;
    this.failed = 0;
    this.tellLine(true);
    this.dispatchEvent(Object.assign(new Event("told"), { message }));
  }

  lost() {
    if (this.over) return;
    this.tellLine(false);
    setTimeout(() => this.connect(), PAUSES_MS[Math.min(this.failed, PAUSES_MS.length - 1)]);
    this.failed += 1;
  }

  tellLine(open) {
    this.dispatchEvent(Object.assign(new Event("line"), { open }));
  }
}
