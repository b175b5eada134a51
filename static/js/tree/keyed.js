// Elements by id: made once, told only when what they show has changed, taken away when nobody needs them.

export class Keyed {
  /** `make(id)` returns an element; `tell(element, value)` writes a value into it; `home(value)` is the element in which it stands. */
  constructor(parent, make, tell, home = () => parent) {
    Object.assign(this, { parent, make, tell, home, elements: new Map(), told: new Map(), changed: 0 });
  }

  get(id) {
    return this.elements.get(id) ?? null;
  }

  /** Shows exactly `values` (id → plain value); in their order when `ordered`. */
  show(values, ordered = false) {
    this.changed = 0;
    for (const id of [...this.elements.keys()]) if (!values.has(id)) this.drop(id);
    const before = new Map();
    for (const [id, value] of values) {
      const element = this.elements.get(id) ?? this.born(id);
      const signature = JSON.stringify(value);
      if (this.told.get(id) !== signature) {
        this.told.set(id, signature);
        this.tell(element, value);
        this.changed += 1;
      }
      if (!ordered) continue;
      const home = this.home(value);
      if (!before.has(home)) before.set(home, home.firstElementChild);
      if (element === before.get(home)) before.set(home, element.nextElementSibling);
      else home.insertBefore(element, before.get(home));
    }
  }

  born(id) {
    const element = this.make(id);
    element.dataset.id = id;
    this.elements.set(id, element);
    this.parent.append(element);
    return element;
  }

  drop(id) {
    this.elements.get(id).remove();
    this.elements.delete(id);
    this.told.delete(id);
  }
}
