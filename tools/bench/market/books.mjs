// Orders to clear, as columns. `node` holds ids here; the case that is run turns them into the grid's numbers.
import { shuffled } from './random.mjs';

/** The ends of the price ruler, and of the prices by chance: µCHF/kWh. */
export const RULER = [60_000, 160_000];

export function emptyBook(count) {
  return {
    count,
    node: new Int32Array(count),
    isBid: new Uint8Array(count),
    quantityWh: new Float64Array(count),
    limitMicroPerKwh: new Float64Array(count),
  };
}

function set(book, at, node, isBid, quantityWh, limit) {
  book.node[at] = node;
  book.isBid[at] = isBid;
  book.quantityWh[at] = quantityWh;
  book.limitMicroPerKwh[at] = limit;
}

/** Asks and bids of 1 … 5 000 Wh over the whole ruler, so that about half of them trade. */
function setRandom(random, book, at, node, limit) {
  set(book, at, node, random.whole(0, 1), random.whole(1, 5_000), limit);
}

/** One order for each of the nodes 1 … count, in the nodes' order, or in an order of chance. */
export function oneEach(random, count, isShuffled = false, limits = () => random.whole(...RULER)) {
  const book = emptyBook(count);
  const places = isShuffled ? shuffled(random, count) : null;
  for (let at = 0; at < count; at += 1) setRandom(random, book, at, 1 + (places ? places[at] : at), limits());
  return book;
}

/** `count` orders, each at one of the nodes 1 … nodes. */
export function scattered(random, count, nodes) {
  const book = emptyBook(count);
  for (let at = 0; at < count; at += 1) setRandom(random, book, at, random.whole(1, nodes), random.whole(...RULER));
  return book;
}

/**
 * On a chain whose depth is half the number of orders: the first half are small orders in the lower fifth of the chain;
 * the second half are large ones, one at each node, by turns bids and asks, each worth more than all the small ones.
 * From node to node, what is left over below swings from lack to plenty, across every small order.
 */
export function swinging(random, count) {
  const depth = count / 2;
  const book = emptyBook(count);
  let small = 0;
  for (let at = 0; at < depth; at += 1) {
    const quantity = random.whole(1, 10);
    small += quantity;
    const node = random.whole(depth - Math.floor(depth / 5) + 1, depth);
    set(book, at, node, random.whole(0, 1), quantity, random.whole(100_000, 120_000));
  }
  for (let node = depth; node >= 1; node -= 1) {
    const isBid = node % 2;
    // The first one tips the scales once, every later one from one side to the other.
    const quantity = node === depth ? small : 2 * small;
    set(book, depth + node - 1, node, isBid, quantity, isBid ? RULER[1] : RULER[0]);
  }
  return book;
}
