// Short messages that stay until they are read: what happened, and one thing that can be done.
const SECONDS = 12;

export class Toasts {
  /** `place`: an element with aria-live; `template`: one message. */
  constructor(place, template) {
    Object.assign(this, { place, template });
  }

  /** Show `text`; `action` is {label, run}. A message of the same `kind` takes the place of the former. */
  show(text, { action = null, kind = "", stays = false } = {}) {
    if (kind) this.place.querySelector(`[data-kind="${kind}"]`)?.remove();
    const toast = this.template.content.firstElementChild.cloneNode(true);
    toast.dataset.kind = kind;
    toast.querySelector("[data-text]").textContent = text;
    const act = toast.querySelector("[data-act]");
    act.hidden = !action;
    if (action) {
      act.textContent = action.label;
      act.addEventListener("click", () => {
        toast.remove();
        action.run();
      });
    }
    toast.querySelector("[data-close]").addEventListener("click", () => toast.remove());
    this.place.append(toast);
    if (!stays) setTimeout(() => toast.contains(document.activeElement) || toast.remove(), SECONDS * 1000);
    return toast;
  }

  hide(kind) {
    this.place.querySelector(`[data-kind="${kind}"]`)?.remove();
  }
}
