// Numbers that look random and are the same every time.

/** A function that draws from [0, 1). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** One of a list. */
export const oneOf = (draw, list) => list[Math.floor(draw() * list.length)];
