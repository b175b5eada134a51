// The marks of armed presence: shape first, colour second.

const SHAPES = {
  PRESENT_INT: "seen",
  PRESENT_NO_INT: "unhindered",
  PRESENT_NO_DATA: "undetermined",
  ABSENT: "absent",
  NO_DATA: "unknown",
  NOT_ASKED: "unknown",
  WITHHELD: "withheld",
};
const SMALLEST = 8; // pixels
const LARGEST = 28;
const UNKNOWN_SIZE = 10;
const MANY_WORKERS = 1000;

export const shapeOf = (code) => SHAPES[code] ?? "unknown";

/** Name of the colour token of a shape. */
export const inkOf = (code) => `--presence-${shapeOf(code)}`;

/** Diameter in pixels: the area grows with the workers, from 8 to 28; 10 when their number is not known. */
export function sizeOf(workers) {
  if (Number.isNaN(workers) || workers === null) return UNKNOWN_SIZE;
  const share = Math.min(1, Math.max(0, workers) / MANY_WORKERS);
  return Math.round(Math.sqrt(SMALLEST ** 2 + share * (LARGEST ** 2 - SMALLEST ** 2)));
}

function triangle(ctx, half, top, bottom) {
  ctx.beginPath();
  ctx.moveTo(0, top);
  ctx.lineTo(half, bottom);
  ctx.lineTo(-half, bottom);
  ctx.closePath();
}

function drawTriangle(ctx, shape, size, ink, paper) {
  const half = size * 0.58;
  const [top, bottom] = [-size * 0.6, size * 0.46];
  ctx.lineJoin = "round";
  triangle(ctx, half, top, bottom);
  if (shape === "seen") {
    ctx.lineWidth = 2.4;
    ctx.strokeStyle = paper;
    ctx.stroke();
    ctx.fillStyle = ink;
    ctx.fill();
    return;
  }
  ctx.lineWidth = 2;
  triangle(ctx, half - 0.8, top + 1.4, bottom - 0.8);
  ctx.fillStyle = paper;
  ctx.fill();
  if (shape === "undetermined") {
    ctx.save();
    ctx.clip();
    ctx.fillStyle = ink;
    ctx.fillRect(-half, top, half, size * 2);
    ctx.restore();
  }
  ctx.strokeStyle = ink;
  ctx.stroke();
}

function drawCircle(ctx, shape, size, ink, paper) {
  ctx.beginPath();
  ctx.arc(0, 0, Math.max(3, size / 2 - 0.9), 0, Math.PI * 2);
  ctx.globalAlpha *= shape === "unknown" ? 0.7 : 1;
  ctx.fillStyle = paper;
  ctx.fill();
  ctx.globalAlpha /= shape === "unknown" ? 0.7 : 1;
  ctx.lineWidth = shape === "unknown" ? 1.8 : 2.2;
  if (shape === "unknown") ctx.setLineDash([2.4, 2.2]);
  ctx.strokeStyle = ink;
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawHatched(ctx, size, ink, paper) {
  const side = size * 0.9;
  ctx.fillStyle = paper;
  ctx.fillRect(-side / 2, -side / 2, side, side);
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6;
  ctx.strokeRect(-side / 2, -side / 2, side, side);
  ctx.beginPath();
  ctx.rect(-side / 2, -side / 2, side, side);
  ctx.save();
  ctx.clip();
  ctx.beginPath();
  for (let at = -side; at < side; at += 3.5) {
    ctx.moveTo(at, side / 2);
    ctx.lineTo(at + side, -side / 2);
  }
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

/** One mark around the origin. */
export function drawMark(ctx, shape, size, ink, paper) {
  if (shape === "withheld") drawHatched(ctx, size, ink, paper);
  else if (shape === "absent" || shape === "unknown") drawCircle(ctx, shape, size, ink, paper);
  else drawTriangle(ctx, shape, size, ink, paper);
}

/** The sign of contradiction, around the origin. */
export function drawUnequal(ctx, ink, paper, scale = 1) {
  ctx.save();
  ctx.scale(scale, scale);
  ctx.beginPath();
  ctx.arc(0, 0, 4.6, 0, Math.PI * 2);
  ctx.fillStyle = paper;
  ctx.fill();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.2;
  ctx.stroke();
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of [
    [-2.3, -1.1, 2.3, -1.1],
    [-2.3, 1.1, 2.3, 1.1],
    [1.3, -2.7, -1.3, 2.7],
  ]) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
  ctx.restore();
}
