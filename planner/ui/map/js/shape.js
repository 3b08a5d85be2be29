// The outline of a place as numbers: what Python wrote as one absolute position and relative steps per ring.

export function ringsOf(path) {
  return path
    .split("M")
    .filter(Boolean)
    .map((part) => {
      const [start, steps] = part.replace("z", "").split("l");
      let [x, y] = start.trim().split(" ").map(Number);
      const ring = [{ x, y }];
      const numbers = steps ? steps.trim().split(" ").map(Number) : [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        x += numbers[index];
        y += numbers[index + 1];
        ring.push({ x, y });
      }
      return ring;
    });
}

// Whether a point lies in the area of all rings; holes are rings as well (even-odd rule).
export function holds(rings, { x, y }) {
  let inside = false;
  for (const ring of rings) {
    let before = ring[ring.length - 1];
    for (const at of ring) {
      if (at.y > y !== before.y > y && x < at.x + ((y - at.y) * (before.x - at.x)) / (before.y - at.y)) inside = !inside;
      before = at;
    }
  }
  return inside;
}
