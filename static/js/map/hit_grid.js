// Which mark lies under a point: screen positions in square cells, the last drawn first.

const CELL = 32;

export class HitGrid {
  constructor() {
    this.cells = new Map();
  }

  clear() {
    this.cells.clear();
  }

  add(row, x, y, radius) {
    const key = `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
    const cell = this.cells.get(key);
    if (cell) cell.push({ row, x, y, radius });
    else this.cells.set(key, [{ row, x, y, radius }]);
  }

  /** Row of the nearest mark whose body, widened by `reach` pixels, holds the point; -1 when none. */
  at(x, y, reach) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const column = Math.floor(x / CELL);
    const line = Math.floor(y / CELL);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const mark of this.cells.get(`${column + dx},${line + dy}`) ?? []) {
          const distance = Math.hypot(mark.x - x, mark.y - y);
          if (distance <= mark.radius + reach && distance <= least) {
            least = distance;
            best = mark.row;
          }
        }
      }
    }
    return best;
  }
}
