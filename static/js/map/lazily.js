// What is worked out once, when somebody asks: the first drawing waits for nothing that it does not show.

/** A property whose value `work` makes at its first reading. */
export function lazily(object, key, work) {
  const settle = () => {
    const value = work();
    Object.defineProperty(object, key, { value, enumerable: true });
    return value;
  };
  Object.defineProperty(object, key, { get: settle, enumerable: true, configurable: true });
}
