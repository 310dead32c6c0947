import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULER } from './books.mjs';
import { casesNamed } from './cases.mjs';
import { randomFrom } from './random.mjs';
import { beginningOf } from './warm-up.mjs';

const SEED = 20_260_101;

/** The library under test, as bundled. */
export const library = (bundle) => import(pathToFileURL(join(bundle, 'market.mjs')));

/** Makes one case ready to run: grid prepared, orders at the grid's numbers. The same at every call. */
export async function setUp(bundle, name) {
  const market = await library(bundle);
  const [{ make, together = false }] = casesNamed([name]);
  const { nodes, books } = make(randomFrom(SEED));
  const prepared = market.prepareGrid({ nodes });
  if (!prepared.ok) throw new Error(`${name}: ${prepared.error.message}`);
  const { grid } = prepared;
  const beginning = beginningOf(market, nodes, books);
  for (const { node } of books) node.forEach((id, at) => (node[at] = grid.indexOf.get(id)));
  const rules = { pricing: 'nodal', k: 0.5, ruler: RULER };
  const samples = together ? [books.map((_, at) => at)] : books.map((_, at) => [at]);
  const orders = samples[0].reduce((sum, at) => sum + books[at].count, 0);
  return { market, grid, books, samples, orders, rules, beginning };
}

/** A book as the friendly form wants it: objects with ids, which sort as the orders stand. */
export function asOrders(grid, book) {
  return Array.from({ length: book.count }, (_, at) => ({
    id: `o${String(at).padStart(7, '0')}`,
    node: grid.nodes[book.node[at]].id,
    side: book.isBid[at] === 1 ? 'bid' : 'ask',
    quantityWh: book.quantityWh[at],
    limitMicroPerKwh: book.limitMicroPerKwh[at],
  }));
}
