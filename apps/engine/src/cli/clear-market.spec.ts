import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { clearMarketCommand } from './clear-market';
import { CLEAR_MARKET_HELP } from './clear-market-help';

interface Result {
  fills: Record<string, number>;
  flows: Record<string, number>;
  prices: Record<string, number>;
  trades: Record<string, unknown>[];
  ownUse: Record<string, unknown>[];
  welfareNano: number;
  feesNano: number;
  rentNano: number;
  reasons: Record<string, Record<string, unknown>>;
  verified: boolean;
}

async function run(input: string, ...args: string[]): Promise<string> {
  const output = new PassThrough();
  const written = text(output);
  await clearMarketCommand(Readable.from([Buffer.from(input)]), output).parseAsync(args, { from: 'user' });
  output.end();
  return written;
}

async function clearOne(input: unknown): Promise<Result> {
  return JSON.parse(await run(JSON.stringify(input))) as Result;
}

const RULES = { pricing: 'nodal', k: 0.5, ruler: [60_000, 160_000] };
const EDGE = { feeUp: 0, feeDown: 0, capacityUp: null, capacityDown: null, lengthM: 10 };

function order(id: string | number, node: string | number, side: 'ask' | 'bid', quantityWh: number, limit: number) {
  return { id, node, side, quantityWh, limitMicroPerKwh: limit };
}

function star(ids: readonly (string | number)[], root: string | number = 'T') {
  return { nodes: [{ id: root, parent: null }, ...ids.map((id) => ({ id, parent: root, ...EDGE }))] };
}

describe('ceex clear', () => {
  it('gives what docs/clear-command.md says', async () => {
    const doc = readFileSync(join(__dirname, '../../../../docs/clear-command.md'), 'utf8');
    const [input, output] = Array.from(doc.matchAll(/```json\n([\s\S]*?)```/g), ([, block]) => block as string);
    expect(await run(input!)).toBe(`${JSON.stringify(JSON.parse(output!))}\n`);
  });

  it('clears the example of its own help', async () => {
    const example = /^ {2}\{[\s\S]*^ {2}\}$/m.exec(CLEAR_MARKET_HELP)![0];
    const result = JSON.parse(await run(example)) as Result;
    expect(result).toMatchObject({ fills: { 1: 500, 2: 500 }, welfareNano: 35_000_000, verified: true });
    expect(result.trades[0]).toMatchObject({ seller: 'A', sellOrder: 1, rentNano: 35_000_000, distanceM: 65.5 });
  });

  it('one case gives one clearing, an array an array in the same order, an empty one none', async () => {
    const grid = star([1, 2]);
    const cases = [500, 300, 700].map((wanted) => ({
      grid,
      orders: [order('s', 1, 'ask', 600, 70_000), order('b', 2, 'bid', wanted, 90_000)],
      rules: RULES,
    }));
    const results = JSON.parse(await run(JSON.stringify(cases))) as Result[];
    expect(results.map(({ fills, verified }) => [fills['b'], verified])).toEqual([
      [500, true],
      [300, true],
      [600, true],
    ]);
    expect(await clearOne(cases[1])).toEqual(results[1]);
    expect(await run('[]')).toBe('[]\n');
  });

  it('ids come back as they were given, in the order of the input, even __proto__', async () => {
    const result = await run(
      JSON.stringify({
        grid: star(['__proto__', 7, 'z']),
        orders: [
          order('constructor', '__proto__', 'ask', 10, 70_000),
          order(12, '7', 'bid', 10, 80_000),
          order('3', 'z', 'bid', 4, 60_000),
        ],
        rules: { ...RULES, k: 0 },
      }),
    );
    expect(result).toMatch(
      /^\{"fills":\{"constructor":10,"12":10,"3":0\},"flows":\{"__proto__":10,"7":-10,"z":0\},"prices":\{"T":/,
    );
    const { trades } = JSON.parse(result) as Result;
    expect(trades).toEqual([
      expect.objectContaining({ seller: '__proto__', buyer: 7, sellOrder: 'constructor', buyOrder: 12 }),
    ]);
  });

  it('a full edge is named by the id of its lower node', async () => {
    const { nodes } = star(['A', 'B']);
    const result = await clearOne({
      grid: { nodes: [nodes[0], { ...nodes[1], capacityUp: 3 }, nodes[2]] },
      orders: [order('s', 'A', 'ask', 10, 70_000), order('b', 'B', 'bid', 10, 80_000)],
      rules: RULES,
    });
    expect(result.reasons['s']).toEqual({ code: 'capacity', node: 'A', capacityWh: 3 });
    expect(result).toMatchObject({ fills: { s: 3, b: 3 }, rentNano: 3 * (80_000 - 70_000) });
  });

  it('the order of the input changes nothing; the interval turns who is first among equals', async () => {
    const names = [10, 9, 'b', 'a', 'B'];
    const orders = [
      order('s', 'T', 'ask', 7, 70_000),
      ...names.map((name) => order(`o${name}`, name, 'bid', 3, 90_000)),
    ];
    const one = { grid: star(names), orders, rules: RULES };
    const { nodes } = one.grid;
    const turned = { ...one, grid: { nodes: [...nodes].reverse() }, orders: [...orders].reverse() };
    const result = await clearOne(one);
    expect(await clearOne(turned)).toEqual(result);
    const seen = new Set<string>();
    for (let interval = 0; interval < 5; interval++) {
      const { fills } = await clearOne({ ...one, interval });
      expect(Object.values(fills).reduce((sum, wh) => sum + wh)).toBe(14);
      seen.add(JSON.stringify(fills));
    }
    expect(seen.size).toBe(5);
  });

  it('no orders, or a root alone, is a market too', async () => {
    const empty = await clearOne({ grid: star([]), orders: [], rules: RULES });
    expect(empty).toEqual({
      fills: {},
      flows: {},
      prices: { T: 110_000 },
      trades: [],
      ownUse: [],
      welfareNano: 0,
      feesNano: 0,
      rentNano: 0,
      reasons: {},
      verified: true,
    });
    const alone = { grid: star([]), orders: [order(1, 'T', 'ask', 5, 1), order(2, 'T', 'bid', 5, 3)], rules: RULES };
    expect((await clearOne(alone)).ownUse).toEqual([{ node: 'T', sellOrder: 1, buyOrder: 2, quantityWh: 5 }]);
  });

  it('--pretty has the same content, one entry a line', async () => {
    const input = JSON.stringify([{ grid: star([1]), orders: [order(1, 1, 'ask', 5, 1)], rules: RULES }]);
    const pretty = await run(input, '--pretty');
    expect(JSON.parse(pretty)).toEqual(JSON.parse(await run(input)));
    expect(pretty).toContain('\n    "1":0\n');
  });

  it('a chain of 10 000 nodes and a list of 100 000 orders', async () => {
    const chain = Array.from({ length: 10_000 }, (_, at) =>
      at === 0 ? { id: 0, parent: null } : { id: at, parent: at - 1, ...EDGE, feeUp: 1, feeDown: 1 },
    );
    const ends = [order('s', 9_999, 'ask', 50, 70_000), order('b', 0, 'bid', 50, 90_000)];
    const deep = await clearOne({ grid: { nodes: chain }, orders: ends, rules: RULES });
    expect(deep).toMatchObject({ welfareNano: 50 * (20_000 - 9_999), feesNano: 50 * 9_999 });
    const orders = Array.from({ length: 100_000 }, (_, at) =>
      order(at, at % 7, at % 2 === 0 ? 'ask' : 'bid', 1 + (at % 5), 60_000 + ((at * 7_919) % 100_000)),
    );
    const long = await clearOne({ grid: star([1, 2, 3, 4, 5, 6], 0), orders, rules: RULES });
    expect(Object.keys(long.fills)).toHaveLength(100_000);
  });

  it('bad input writes nothing', async () => {
    const output = new PassThrough();
    const good = { grid: star([1]), orders: [], rules: RULES };
    const input = JSON.stringify([good, { ...good, rules: { ...RULES, k: 3 } }]);
    const command = clearMarketCommand(Readable.from([Buffer.from(input)]), output);
    await expect(command.parseAsync([], { from: 'user' })).rejects.toThrow('[1].rules.k: must be');
    expect(output.read()).toBeNull();
  });
});
