// Parts that few cards or lines have: made when there is something to say, taken away again, so that a large tree stays light.

export class OptionalParts {
  /** `template` holds one of each, named by `data-part`, in the order in which they are read. */
  constructor(template) {
    this.models = new Map([...template.content.children].map((model) => [model.dataset.part, model]));
  }

  /** Shows `said` in a part of `host`, or that the part is there (true); "" and false take it away. Returns the part. */
  tell(host, name, said) {
    const shown = partOf(host, name);
    if (!said) return void shown?.remove();
    const part = shown ?? this.born(host, name);
    if (said !== true) (part.matches("[data-said]") ? part : part.querySelector("[data-said]")).textContent = said;
    return part;
  }

  born(host, name) {
    const names = [...this.models.keys()];
    const later = names.slice(names.indexOf(name) + 1).map((other) => partOf(host, other));
    return host.insertBefore(this.models.get(name).cloneNode(true), later.find(Boolean) ?? null);
  }
}

const partOf = (host, name) => [...host.children].find((child) => child.dataset.part === name) ?? null;
