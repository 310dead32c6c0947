import { asOrders } from './setting.mjs';
import { median } from './timing.mjs';

const BUDGET_MS = 3_000;
const MOST_ROUNDS = 51;

/**
 * Clears every book once more in the friendly form, has `verify` judge it, and compares the hot path's columns with it
 * number by number. Times the friendly form and `verify` on the way.
 */
export function checkBooks({ market, grid, books, samples, rules }) {
  const clearer = new market.Clearer(grid);
  const times = { friendly: [], verify: [] };
  const failures = [];
  const begun = performance.now();
  const picture = new Picture(grid);
  for (let round = 0; round < samples.length || isTime(begun, round); round += 1) {
    let [friendlyMs, verifyMs] = [0, 0];
    for (const book of samples[round % samples.length]) {
      const orders = asOrders(grid, books[book]);
      const started = performance.now();
      const clearing = market.clear(grid, orders, rules, book);
      const cleared = performance.now();
      const verdict = market.verify(grid, orders, clearing, rules, book);
      verifyMs += performance.now() - cleared;
      friendlyMs += cleared - started;
      if (!verdict.ok) failures.push(`book ${book}: ${verdict.failures[0].message}`);
      if (round >= samples.length) continue;
      const columns = clearer.clear(books[book], rules, book);
      const difference = differenceOf(grid, books[book], columns, clearing);
      if (difference !== null) failures.push(`book ${book}: ${difference}`);
      if (round === 0) picture.add(books[book], columns);
    }
    times.friendly.push(friendlyMs);
    times.verify.push(verifyMs);
  }
  return { friendlyMs: median(times.friendly), verifyMs: median(times.verify), failures, ...picture.figures() };
}

function isTime(begun, rounds) {
  return rounds < MOST_ROUNDS && performance.now() - begun < BUDGET_MS;
}

/** Where the columns say something else than the clearing in objects, or null. */
function differenceOf(grid, book, columns, clearing) {
  for (const { orderId, filledWh } of clearing.fills) {
    if (columns.filledWh[Number(orderId.slice(1))] !== filledWh) return `order ${orderId} is filled otherwise`;
  }
  for (const { node, flowWh } of clearing.flows) {
    if (columns.flowWh[grid.indexOf.get(node)] !== flowWh) return `the flow at node ${node} is another`;
  }
  for (const { node, priceMicroPerKwh } of clearing.prices) {
    if (columns.priceMicroPerKwh[grid.indexOf.get(node)] !== priceMicroPerKwh) return `node ${node} has another price`;
  }
  for (const sum of ['welfareNano', 'feesNano', 'rentNano']) {
    if (columns[sum] !== clearing[sum]) return `${sum}: ${columns[sum]}, not ${clearing[sum]}`;
  }
  return pairDifference(book, columns.pairs, clearing);
}

function pairDifference(book, pairs, { trades, ownUse }) {
  if (pairs.count !== trades.length + ownUse.length) return 'the number of pairs is another';
  const keyOf = (ask, bid) => ask * book.count + bid;
  const places = new Map();
  for (let at = 0; at < pairs.count; at += 1) places.set(keyOf(pairs.ask[at], pairs.bid[at]), at);
  for (const pair of [...trades, ...ownUse]) {
    const at = places.get(keyOf(Number(pair.sellOrder.slice(1)), Number(pair.buyOrder.slice(1))));
    const isSame =
      at !== undefined &&
      pairs.quantityWh[at] === pair.quantityWh &&
      (pair.distanceM === undefined ||
        (pairs.sellerPriceMicroPerKwh[at] === pair.sellerPriceMicroPerKwh &&
          pairs.buyerPriceMicroPerKwh[at] === pair.buyerPriceMicroPerKwh &&
          pairs.feeNano[at] === pair.feeNano &&
          pairs.rentNano[at] === pair.rentNano &&
          pairs.distanceMm[at] / 1000 === pair.distanceM));
    if (!isSame) return `${pair.sellOrder} and ${pair.buyOrder} trade otherwise`;
  }
  return null;
}

/** What kind of market the first sample is: how much is filled, how many pairs, how many edges are full. */
class Picture {
  #filledWh = 0;
  #offeredWh = 0;
  #pairs = 0;
  #fullEdges = 0;
  #welfareNano = null;

  constructor(grid) {
    this.grid = grid;
  }

  add(book, { filledWh, flowWh, pairs, welfareNano }) {
    for (let at = 0; at < book.count; at += 1) {
      this.#filledWh += filledWh[at];
      this.#offeredWh += book.quantityWh[at];
    }
    const { capacityUp, capacityDown } = this.grid;
    for (let node = 1; node < capacityUp.length; node += 1) {
      const flow = flowWh[node];
      if (flow !== 0 && (flow === capacityUp[node] || -flow === capacityDown[node])) this.#fullEdges += 1;
    }
    this.#pairs += pairs.count;
    this.#welfareNano ??= welfareNano;
  }

  /** `welfareNano` is the first book's alone. */
  figures() {
    const filledPercent = Math.round((100 * this.#filledWh) / this.#offeredWh);
    return { filledPercent, pairs: this.#pairs, fullEdges: this.#fullEdges, welfareNano: this.#welfareNano };
  }
}
