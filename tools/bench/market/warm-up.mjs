const MOST_NODES = 2_000;
const MOST_BOOKS = 200;
const MOST_CALLS = 1_000;
const LEAST_CALLS = 200;
const WARM_UP_MS = 3_000;

/** The beginning of a market: its first nodes (parents come first) with their orders. `node` of the books is still an id. */
export function beginningOf(market, nodes, books) {
  const { grid } = market.prepareGrid({ nodes: nodes.slice(0, MOST_NODES) });
  return { grid, books: books.slice(0, MOST_BOOKS).map((book) => atNodes(book, grid)) };
}

function atNodes({ node, isBid, quantityWh, limitMicroPerKwh }, grid) {
  const kept = [...node.keys()].filter((at) => grid.indexOf.has(node[at]));
  return {
    count: kept.length,
    node: Int32Array.from(kept, (at) => grid.indexOf.get(node[at])),
    isBid: Uint8Array.from(kept, (at) => isBid[at]),
    quantityWh: Float64Array.from(kept, (at) => quantityWh[at]),
    limitMicroPerKwh: Float64Array.from(kept, (at) => limitMicroPerKwh[at]),
  };
}

/**
 * Clears the beginning of the market often enough for V8 to compile the hot path for good, as in a program that clears
 * thousands of intervals. A few calls with a million orders each would not do: every call would begin in half-compiled
 * code, which boxes numbers, and be compiled anew on the way.
 */
export function warmUp({ market, beginning: { grid, books }, rules }) {
  const clearer = new market.Clearer(grid);
  const begun = performance.now();
  for (let call = 0; call < MOST_CALLS; call += 1) {
    if (call >= LEAST_CALLS && performance.now() - begun > WARM_UP_MS) return;
    clearer.clear(books[call % books.length], rules, call);
    clearer.fill(books[call % books.length], rules, call);
  }
}
