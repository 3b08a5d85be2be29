// A way as one shape: thin where people live and full where they work, so that no arrowhead is needed.

const THIN = 0.3;
const BEND = 0.12;
const SHARP = 0.45;

const unit = (dx, dy) => {
  const length = Math.hypot(dx, dy) || 1;
  return { x: dx / length, y: dy / length };
};

// Paths are written in tenths of pixels, to be drawn inside of something that has this transform: whole numbers are
// written many times faster than broken ones, and hundreds of ways have ten thousand numbers.
export const TENTHS = "scale(0.1)";

// The path of a ribbon over crossings (window pixels), running `off[step]` pixels to the left of the corridor that
// leads to crossing `step`.
export function ribbon(crossings, off, width) {
  const line = crossings.length === 2 ? bow(crossings, off[1]) : course(crossings, off);
  const last = line.length - 1;
  const left = [];
  const right = [];
  for (let index = 0; index <= last; index += 1) {
    const at = line[index];
    const before = line[Math.max(0, index - 1)];
    const after = line[Math.min(last, index + 1)];
    const dx = after.x - before.x;
    const dy = after.y - before.y;
    const half = (5 * width * (THIN + ((1 - THIN) * index) / last)) / (Math.hypot(dx, dy) || 1);
    left.push(Math.round(10 * at.x + dy * half), Math.round(10 * at.y - dx * half));
    right.unshift(Math.round(10 * at.x - dy * half), Math.round(10 * at.y + dx * half));
  }
  return `M${curve(left)}L${curve(right)}Z`;
}

// Between neighbours: a slight bow, so that the way there and the way back are two.
function bow([from, to], off) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = unit(to.x - from.x, to.y - from.y);
  const aside = 2 * off + length * BEND;
  return [from, { x: (from.x + to.x) / 2 + along.y * aside, y: (from.y + to.y) / 2 - along.x * aside }, to];
}

// Through the middle of each corridor, around each crossing: points on the line and those that pull it take turns.
function course(crossings, off) {
  const last = crossings.length - 1;
  const sides = crossings.map((at, step) => {
    if (!step) return null;
    const along = unit(at.x - crossings[step - 1].x, at.y - crossings[step - 1].y);
    return { x: along.y, y: -along.x };
  });
  const line = [crossings[0]];
  for (let step = 1; step <= last; step += 1) {
    const side = sides[step];
    const from = crossings[step - 1];
    const at = crossings[step];
    const middle = { x: (from.x + at.x) / 2 + side.x * off[step], y: (from.y + at.y) / 2 + side.y * off[step] };
    // The first and the last piece have no crossing to be pulled around: half way there, on their own lane.
    if (step === 1) line.push({ x: (from.x + middle.x) / 2 + (side.x * off[1]) / 2, y: (from.y + middle.y) / 2 + (side.y * off[1]) / 2 });
    line.push(middle);
    if (step === last) {
      line.push({ x: (middle.x + at.x) / 2 + (side.x * off[step]) / 2, y: (middle.y + at.y) / 2 + (side.y * off[step]) / 2 }, at);
    } else {
      const next = sides[step + 1];
      const turn = Math.max(SHARP, 1 + side.x * next.x + side.y * next.y);
      line.push({ x: at.x + (side.x * off[step] + next.x * off[step + 1]) / turn, y: at.y + (side.y * off[step] + next.y * off[step + 1]) / turn });
    }
  }
  return line;
}

// Points on the line and points that pull it, in turn: x, y, x, y, …
function curve(numbers) {
  let text = `${numbers[0]} ${numbers[1]}`;
  for (let index = 2; index < numbers.length; index += 2) {
    text += `${index % 4 === 2 ? "Q" : " "}${numbers[index]} ${numbers[index + 1]}`;
  }
  return text;
}
