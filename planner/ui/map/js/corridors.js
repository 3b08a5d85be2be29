// Which corridors people share. Every place is a crossing, places that are next to each other are joined, and each way
// follows these joints: along the shortest of them first, then, as people do, where many others go already. Nothing is
// drawn at random, so that the same plan always gives the same picture. The corridors are no streets.

const NEAREST = 16;
const ROUNDS = 3;
const PULL = 0.45;
const DETOUR = 1.45;

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

// Gabriel's graph: two points are joined if no other lies in the circle over their line. It is planar and connected,
// and joins each point with those around it. Looking at the nearest few is enough unless points lie in a star.
// Returns, by point, its joints: { to, length, id }; a corridor has one id for both directions.
export function network(points) {
  const joints = points.map(() => []);
  let id = 0;
  points.forEach((a, i) => {
    const near = points.map((b, j) => ({ j, away: distance(a, b) })).filter((one) => one.j !== i);
    near.sort((one, other) => one.away - other.away || one.j - other.j);
    near.length = Math.min(near.length, NEAREST);
    for (const { j, away } of near) {
      if (joints[i].some((joint) => joint.to === j)) continue;
      const middle = { x: (a.x + points[j].x) / 2, y: (a.y + points[j].y) / 2 };
      if (near.some((other) => other.j !== j && distance(points[other.j], middle) < away / 2)) continue;
      joints[i].push({ to: j, length: away, id });
      joints[j].push({ to: i, length: away, id });
      id += 1;
    }
  });
  return { joints, corridors: id };
}

// The crossings each way passes, its ends included. `ways` are { from, to, people } with positions in `points`.
export function routes(points, ways) {
  const { joints, corridors } = network(points);
  let busy = new Float64Array(corridors);
  let found = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const price = prices(joints, busy);
    const trees = new Map();
    found = ways.map(({ from, to }) => {
      if (!trees.has(from)) trees.set(from, cheapest(joints, price, from));
      return walk(trees.get(from), from, to);
    });
    busy = traffic(joints, found, ways, corridors);
  }
  return found.map((route, index) => shortened(route, points, ways[index]));
}

// Each corridor's price: its length, up to PULL less where much goes on.
function prices(joints, busy) {
  const used = busy.filter((people) => people > 0);
  const usual = used.length ? used.reduce((sum, people) => sum + people, 0) / used.length : 1;
  const price = new Float64Array(busy.length);
  for (const around of joints) {
    for (const { id, length } of around) price[id] = length * (1 - (PULL * busy[id]) / (busy[id] + usual));
  }
  return price;
}

function traffic(joints, found, ways, corridors) {
  const busy = new Float64Array(corridors);
  found.forEach((route, index) => {
    for (let step = 1; step < route.length; step += 1) {
      const joint = joints[route[step - 1]].find(({ to }) => to === route[step]);
      if (joint) busy[joint.id] += ways[index].people;
    }
  });
  return busy;
}

// Dijkstra: from where each crossing is reached at the least price.
function cheapest(joints, price, from) {
  const before = new Int32Array(joints.length).fill(-1);
  const paid = new Float64Array(joints.length).fill(Infinity);
  const open = new Heap();
  paid[from] = 0;
  open.push(from, 0);
  while (open.size) {
    const { at, sum: here } = open.pop();
    if (here > paid[at]) continue;
    for (const { to, id } of joints[at]) {
      const sum = here + price[id];
      if (sum >= paid[to]) continue;
      paid[to] = sum;
      before[to] = at;
      open.push(to, sum);
    }
  }
  return before;
}

// What is cheapest comes out first.
class Heap {
  constructor() {
    this.items = [];
    this.sums = [];
  }

  get size() {
    return this.items.length;
  }

  push(at, sum) {
    let hole = this.items.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.sums[parent] <= sum) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.items[hole] = at;
    this.sums[hole] = sum;
  }

  pop() {
    const first = { at: this.items[0], sum: this.sums[0] };
    const at = this.items.pop();
    const sum = this.sums.pop();
    const { size } = this;
    if (!size) return first;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && this.sums[child + 1] < this.sums[child]) child += 1;
      if (this.sums[child] >= sum) break;
      this.#move(child, hole);
      hole = child;
    }
    this.items[hole] = at;
    this.sums[hole] = sum;
    return first;
  }

  #move(from, to) {
    this.items[to] = this.items[from];
    this.sums[to] = this.sums[from];
  }
}

function walk(before, from, to) {
  const route = [to];
  for (let at = before[to]; at >= 0; at = before[at]) route.push(at);
  return route.at(-1) === from ? route.reverse() : [from, to];
}

// Who would go far out of the way for company goes straight.
function shortened(route, points, { from, to }) {
  const length = route.slice(1).reduce((sum, at, step) => sum + distance(points[route[step]], points[at]), 0);
  return length > DETOUR * distance(points[from], points[to]) ? [from, to] : route;
}
