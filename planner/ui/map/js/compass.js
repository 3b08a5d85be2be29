// Moving over the map with arrow keys: to the next place in that direction, as the eye would go.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function nextPlace(places, from, key) {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  let best = null;
  let least = Infinity;
  for (const place of places) {
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    // Within a cone of about 60 degrees either side, near before far, straight before askew.
    if (along <= 0 || across > along * 1.8) continue;
    const cost = along + 2 * across;
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}
