// Keys of the whole workbook. Function keys and figures by the physical key (AZERTY's figures need Shift), letters by what is printed.
export class Keys {
  constructor(shell) {
    this.shell = shell;
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    const session = this.shell.session;
    if (!session || event.defaultPrevented || event.isComposing) return;
    const act = this.act(event);
    if (!act) return;
    event.preventDefault();
    act(session);
  }

  act(event) {
    if (event.code === "F1") return () => document.getElementById("keys-dialog").showModal();
    if (event.code === "F8") return () => this.step(event.shiftKey ? -1 : 1);
    if (event.code === "F9") return () => this.shell.bar.history();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || elsewhere(event.target)) return null;
    const letter = event.key.toLowerCase();
    if (letter === "z" && !event.shiftKey) return (session) => this.undone(session, session.book.undo());
    if (letter === "z" || letter === "y") return (session) => this.undone(session, session.book.redo());
    if (letter === "s") return () => this.shell.toasts.show(this.shell.words("keys.no-save"), { kind: "save" });
    return null;
  }

  undone(session, done) {
    if (!done && session.book.undoing.refused) this.shell.toasts.show(session.words("undo.colleague"), { kind: "undo" });
  }

  step(by) {
    const names = this.shell.rail.names;
    const next = names[(names.indexOf(this.shell.open) + by + names.length) % names.length];
    this.shell.go(next);
  }
}

/** A field that is no shared text keeps the browser's own undo. */
function elsewhere(target) {
  return target.matches?.("input:not([data-bound]), textarea:not([data-bound]), select") && !target.readOnly;
}
