// Ways that share a corridor run side by side in it, so that a bundle is as wide as its people are many. Whoever comes
// from the left or goes to the left runs on the left: few cross.

// For each way, how many people off the middle it runs in each corridor it passes (positive: left of the direction it
// goes), and the most people that any corridor holds.
export function lanes(points, ways, found) {
  const shared = new Map();
  found.forEach((route, index) => {
    for (let step = 1; step < route.length; step += 1) {
      const [low, high] = joined(route, step);
      const key = low * points.length + high;
      if (!shared.has(key)) shared.set(key, []);
      shared.get(key).push({ index, step, side: 0 });
    }
  });
  const off = found.map((route) => new Float64Array(route.length));
  let most = 0;
  for (const members of shared.values()) {
    const [low, high] = joined(found[members[0].index], members[0].step).map((at) => points[at]);
    for (const member of members) {
      const route = found[member.index];
      member.side = leftOf(low, high, points[route[0]]) + leftOf(low, high, points[route.at(-1)]);
    }
    members.sort((one, other) => one.side - other.side || one.index - other.index);
    const all = members.reduce((sum, { index }) => sum + ways[index].people, 0);
    let before = -all / 2;
    for (const { index, step } of members) {
      const route = found[index];
      const { people } = ways[index];
      off[index][step] = (route[step - 1] < route[step] ? 1 : -1) * (before + people / 2);
      before += people;
    }
    most = Math.max(most, all);
  }
  return { off, most };
}

const joined = (route, step) => [Math.min(route[step - 1], route[step]), Math.max(route[step - 1], route[step])];

function leftOf(a, b, point) {
  return (point.x - a.x) * (b.y - a.y) - (point.y - a.y) * (b.x - a.x);
}
