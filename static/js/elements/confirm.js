// <filon-confirm>: a link opens a dialog; its form can be sent only after the word was typed.
import { confirms } from "../lib/typed_word.js";

export class FilonConfirm extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.opener = this.querySelector("[data-open]");
    if (!this.dialog || !this.opener) return;
    this.opener.addEventListener("click", (event) => {
      event.preventDefault();
      this.dialog.showModal();
      this.weigh();
    });
    for (const button of this.dialog.querySelectorAll("[data-close]"))
      button.addEventListener("click", (event) => {
        event.preventDefault();
        this.dialog.close();
      });
    this.dialog.addEventListener("close", () => this.opener.focus());
    this.dialog.addEventListener("input", () => this.weigh());
    this.dialog.addEventListener("submit", (event) => {
      if (!this.ready) event.preventDefault();
    });
  }

  get ready() {
    const typed = this.dialog.querySelector("[data-word]");
    return !typed || confirms(typed.value, typed.dataset.word);
  }

  weigh() {
    this.dialog.querySelector("button[type=submit]").setAttribute("aria-disabled", String(!this.ready));
  }
}

customElements.define("filon-confirm", FilonConfirm);
