// <filon-copy data-text="…">: the button inside copies the text and says so; hidden where copying is not allowed.
export class FilonCopy extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const said = this.querySelector("[role=status]");
    if (!button || !said || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.dataset.text);
      said.textContent = this.dataset.done;
    });
  }
}

customElements.define("filon-copy", FilonCopy);
