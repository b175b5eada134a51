// <filon-menu>: a details element that closes by Escape, by a click outside and when the focus leaves.
export class FilonMenu extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    if (!this.details) return;
    this.outside = (event) => {
      if (!this.contains(event.target)) this.close();
    };
    document.addEventListener("pointerdown", this.outside);
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.details.open) return;
      this.close();
      this.details.querySelector("summary").focus();
    });
    this.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) this.close();
    });
  }

  disconnectedCallback() {
    document.removeEventListener("pointerdown", this.outside);
  }

  close() {
    this.details.open = false;
  }
}

customElements.define("filon-menu", FilonMenu);
