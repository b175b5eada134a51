// <filon-fold>: on a narrow screen the button inside shows and hides what it controls.
export class FilonFold extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button[aria-controls]");
    if (!this.button) return;
    this.dataset.ready = "";
    this.button.addEventListener("click", () => this.show(!this.open));
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.open) return;
      this.show(false);
      this.button.focus();
    });
  }

  get open() {
    return this.hasAttribute("data-open");
  }

  show(open) {
    this.toggleAttribute("data-open", open);
    this.button.setAttribute("aria-expanded", String(open));
  }
}

customElements.define("filon-fold", FilonFold);
