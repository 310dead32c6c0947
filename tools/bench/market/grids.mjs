// Grids to clear on, as lists of nodes. Ids are numbers from 0 (the root) in the order of the list.

const node = (id, parent, edge) => ({
  id,
  parent,
  feeUp: 0,
  feeDown: 0,
  capacityUp: null,
  capacityDown: null,
  lengthM: 0,
  ...edge,
});

const root = () => node(0, null);

/** `count` households, each on an edge of its own to the root: no fee, no limit. */
export function star(random, count) {
  const houses = Array.from({ length: count }, (_, at) => node(at + 1, 0, { lengthM: random.whole(5, 400) }));
  return [root(), ...houses];
}

/** Chains side by side below the root, with fees up to `highestFee` in both directions of every edge. */
export function chains(random, count, depth, highestFee) {
  const nodes = [root()];
  for (let chain = 0; chain < count; chain += 1) {
    for (let step = 0; step < depth; step += 1) {
      const id = nodes.length;
      nodes.push(node(id, step === 0 ? 0 : id - 1, { ...fees(random, highestFee), lengthM: random.whole(5, 400) }));
    }
  }
  return nodes;
}

/** A tree of chance with fees, and capacities up to `highestCapacity` in both directions of every edge. */
export function tightTree(random, count, highestFee, highestCapacity) {
  const below = Array.from({ length: count - 1 }, (_, at) =>
    node(at + 1, random.whole(0, at), {
      ...fees(random, highestFee),
      capacityUp: random.whole(0, highestCapacity),
      capacityDown: random.whole(0, highestCapacity),
      lengthM: random.whole(5, 400),
    }),
  );
  return [root(), ...below];
}

/** A transformer (the root), ten cabinets, forty households: rated lines, no fees. Households have the ids 11 … 50. */
export function community(random) {
  const rated = (wh) => ({ capacityUp: wh, capacityDown: wh, lengthM: random.whole(10, 150) });
  const cabinets = Array.from({ length: 10 }, (_, at) => node(at + 1, 0, rated(CABINET_WH)));
  const houses = Array.from({ length: 40 }, (_, at) => node(at + 11, 1 + (at % 10), rated(HOUSE_WH)));
  return [root(), ...cabinets, ...houses];
}

// A quarter of an hour at 400 V in three phases: √3 · 400 V · A · ¼ h.
const HOUSE_WH = 4_330; // 25 A
const CABINET_WH = 17_321; // 100 A

function fees(random, highest) {
  return { feeUp: random.whole(1, highest), feeDown: random.whole(1, highest) };
}
