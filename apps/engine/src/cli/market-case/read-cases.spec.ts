import { CommandError } from '../command-error';
import { readCases } from './read-cases';

type Json = Record<string, unknown>;

/** A good case with two houses, to be spoilt. */
function goodCase() {
  const edge = { feeUp: 10, feeDown: 20, capacityUp: null, capacityDown: 500, lengthM: 12.5 };
  return {
    grid: {
      nodes: [
        { id: 'T', parent: null },
        { id: 'A', parent: 'T', ...edge },
        { id: 'B', parent: 'A', ...edge },
      ] as Json[],
    } as Json & { nodes: Json[] },
    orders: [
      { id: 1, node: 'A', side: 'ask', quantityWh: 800, limitMicroPerKwh: 60_000 },
      { id: 2, node: 'B', side: 'bid', quantityWh: 600, limitMicroPerKwh: 150_000 },
    ] as Json[],
    rules: { pricing: 'nodal', k: 0.5, ruler: [60_000, 160_000] } as Json,
  } as Json & { grid: Json & { nodes: Json[] }; orders: Json[]; rules: Json };
}

type Spoil = (good: ReturnType<typeof goodCase>) => unknown;

function without(object: Json, key: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function message(input: unknown): string {
  try {
    readCases(JSON.stringify(input));
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
  return 'accepted';
}

const node =
  (at: number, change: Json): Spoil =>
  (good) =>
    Object.assign(good.grid.nodes[at]!, change);
const order =
  (at: number, change: Json): Spoil =>
  (good) =>
    Object.assign(good.orders[at]!, change);
const rules =
  (change: Json): Spoil =>
  (good) =>
    Object.assign(good.rules, change);

const BAD: [string, Spoil][] = [
  ['grid: is missing; it must be an object of nodes', (good) => delete (good as Json)['grid']],
  ['grid: must be an object of nodes, not a list', (good) => ((good as Json)['grid'] = [])],
  ['grid.nodes: must be a list of nodes, not an object', (good) => ((good.grid as Json)['nodes'] = {})],
  ['grid.edges: unknown field; the fields are nodes', (good) => (good.grid['edges'] = [])],
  ['orders: is missing; it must be a list of orders', (good) => delete (good as Json)['orders']],
  ['rules: is missing', (good) => delete (good as Json)['rules']],
  ['note: unknown field; the fields are grid, orders, rules, interval', (good) => ((good as Json)['note'] = 'x')],
  ['interval: must be a whole number', (good) => ((good as Json)['interval'] = 1.5)],
  ['interval: must be a whole number', (good) => ((good as Json)['interval'] = null)],
  ['grid.nodes: no node is the root', (good) => (good.grid.nodes.length = 0)],
  ['grid.nodes[1]: must be an object of id, parent', (good) => (good.grid.nodes[1] = null as unknown as Json)],
  [
    'grid.nodes[1].parent: is missing; it must be the id of a node, or null',
    (good) => (good.grid.nodes[1] = without(good.grid.nodes[1]!, 'parent')),
  ],
  ['grid.nodes[1].feeUp: is missing', (good) => (good.grid.nodes[1] = without(good.grid.nodes[1]!, 'feeUp'))],
  ['grid.nodes[2].capacityUp: is missing', (good) => (good.grid.nodes[2] = without(good.grid.nodes[2]!, 'capacityUp'))],
  ['grid.nodes[2].lengthM: must be metres from 0 to 1000000000, not -1', node(2, { lengthM: -1 })],
  [
    'grid.nodes[1].feeUp: must be a whole number of µCHF/kWh from 0 to 1000000000000, not "10"',
    node(1, { feeUp: '10' }),
  ],
  [
    'grid.nodes[1].feeDown: must be a whole number of µCHF/kWh from 0 to 1000000000000, not 0.5',
    node(1, { feeDown: 0.5 }),
  ],
  ['grid.nodes[1].feeDown: must be a whole number', node(1, { feeDown: null })],
  ['grid.nodes[0].feeUp: must be a whole number', node(0, { feeUp: -1 })],
  [
    'grid.nodes[1].capacityDown: must be a whole number of Wh from 0 to 9007199254740991, or null (no limit), not -5',
    node(1, { capacityDown: -5 }),
  ],
  ['grid.nodes[1].id: must be a text or a whole number, not 1.5', node(1, { id: 1.5 })],
  ['grid.nodes[1].id: must be a text or a whole number, not true', node(1, { id: true })],
  ['grid.nodes[1].capacity: unknown field', node(1, { capacity: 1 })],
  ['grid.nodes[2].id: "A" is the id of nodes[1] already', node(2, { id: 'A' })],
  ['grid.nodes[2].parent: there is no node "X"', node(2, { parent: 'X' })],
  ['grid.nodes[2].parent: a second root: nodes[0] has no parent either', node(2, { parent: null })],
  [
    'grid.nodes: no node is the root',
    (good) => good.grid.nodes.splice(0, 1, { ...good.grid.nodes[1], id: 'T', parent: 'A' }),
  ],
  ['grid.nodes[2].parent: the node lies on a cycle', node(1, { parent: 'B' })],
  ['grid.nodes[2].parent: the node lies on a cycle', node(2, { parent: 'B' })],
  [
    'grid.nodes[2]: the fees of its path to the root add up to more than 1000000000000',
    (good) => [node(1, { feeUp: 6e11 })(good), node(2, { feeUp: 6e11 })(good)],
  ],
  [
    'orders[1]: must be an object of id, node, side, quantityWh, limitMicroPerKwh, not "x"',
    (good) => (good.orders[1] = 'x' as unknown as Json),
  ],
  [
    'orders[0].quantityWh: must be a whole number of Wh from 0 to 9007199254740991, not -1',
    order(0, { quantityWh: -1 }),
  ],
  ['orders[0].quantityWh: must be a whole number', order(0, { quantityWh: 2 ** 53 })],
  [
    'orders[0].quantityWh: must be a whole number of Wh from 0 to 9007199254740991, not null',
    order(0, { quantityWh: null }),
  ],
  ['orders[1].limitMicroPerKwh: must be a whole number', order(1, { limitMicroPerKwh: 1e12 + 1 })],
  ['orders[1].limitMicroPerKwh: is missing', (good) => (good.orders[1] = without(good.orders[1]!, 'limitMicroPerKwh'))],
  ['orders[1].side: must be "ask" or "bid", not "buy"', order(1, { side: 'buy' })],
  ['orders[1].node: there is no node "Z"', order(1, { node: 'Z' })],
  ['orders[1].id: "1" is the id of orders[0] already (1 and "1" are one id)', order(1, { id: '1' })],
  ['orders[1].price: unknown field', order(1, { price: 1 })],
  [
    'orders[1].quantityWh: with it the quantities add up to more than 9007199254740991 Wh',
    order(1, { quantityWh: Number.MAX_SAFE_INTEGER }),
  ],
  ['rules.pricing: must be "nodal" or "midpoint", not "uniform"', rules({ pricing: 'uniform' })],
  ['rules.k: must be a number from 0 to 1, not 2', rules({ k: 2 })],
  ['rules.k: is missing', (good) => ((good as Json)['rules'] = without(good.rules, 'k'))],
  ['rules.ruler: must be two whole prices', rules({ ruler: [2, 1] })],
  ['rules.ruler: must be two whole prices', rules({ ruler: [1] })],
  ['rules.ruler: must be two whole prices', rules({ ruler: [1, 2.5] })],
  ['rules.ruler: is missing', (good) => ((good as Json)['rules'] = without(good.rules, 'ruler'))],
];

describe('cases that cannot be used', () => {
  it('the case they are made from can', () => {
    expect(message(goodCase())).toBe('accepted');
  });

  it.each(BAD)('%s', (text, spoil) => {
    const bad = goodCase();
    spoil(bad);
    expect(message(bad).split('\n')).toContainEqual(expect.stringMatching(startingWith(text)));
    expect(message([goodCase(), bad]).split('\n')).toContainEqual(expect.stringMatching(startingWith(`[1].${text}`)));
  });

  it.each([
    ['', 'input: empty'],
    [' \n', 'input: empty'],
    ['5', 'input: must be an object of grid, orders, rules, interval, not 5'],
    ['null', 'input: must be an object'],
    ['[[]]', '[0]: must be an object of grid, orders, rules, interval, not a list'],
    ['{"grid":', 'line 1, column 9: no JSON'],
  ])('%j', (text, start) => {
    expect(() => readCases(text)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(startingWith(start)) }),
    );
  });

  it('every bad field is named, up to twenty of them', () => {
    const bad = goodCase();
    node(1, { feeUp: -1, feeDown: -1, lengthM: 'far' })(bad);
    order(0, { side: 'sell' })(bad);
    expect(
      message(bad)
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['grid.nodes[1].feeUp', 'grid.nodes[1].feeDown', 'grid.nodes[1].lengthM', 'orders[0].side']);
    bad.orders = Array.from({ length: 200_000 }, () => ({}));
    const lines = message([bad, bad]).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('(only the first 20 are shown)');
  });

  it('__proto__ is an unknown field like any other', () => {
    const text = JSON.stringify(goodCase()).replace('"side":"ask"', '"side":"ask","__proto__":{"side":"bid"}');
    expect(() => readCases(text)).toThrow('orders[0].__proto__: unknown field');
  });
});

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
