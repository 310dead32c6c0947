import { clear } from '@ceex/market';
import { CommandError } from '../command-error';
import { clearCase } from './clear-case';
import type { MarketCase } from './market-case';
import { readCases } from './read-cases';

function market(quantityWh: number, limitMicroPerKwh: number): MarketCase {
  const order = { node: 'T', quantityWh, limitMicroPerKwh };
  const nodes = [{ id: 'T', parent: null }];
  const orders = [
    { id: 's', side: 'ask', ...order },
    { id: 'b', side: 'bid', ...order },
  ];
  const rules = { pricing: 'nodal', k: 0.5, ruler: [0, 10] };
  return readCases(JSON.stringify([{ grid: { nodes }, orders, rules }])).cases[0]!;
}

describe('a clearing that cannot be trusted', () => {
  it('is a bug, told with its failures and the ids as given', () => {
    const wrong: typeof clear = (...given) => {
      const clearing = clear(...given);
      return { ...clearing, prices: clearing.prices.map((price) => ({ ...price, priceMicroPerKwh: 99 })) };
    };
    expect(() => clearCase(market(5, 7))).not.toThrow();
    const run = () => clearCase(market(5, 7), wrong);
    expect(run).toThrow('[0]: the clearing fails its verification\n');
    expect(run).toThrow('(node 0 is "T")');
    expect(run).not.toThrow(CommandError);
  });

  it('is bad input where its money cannot be held exactly', () => {
    expect(() => clearCase(market(4e15, 1e12))).toThrow(CommandError);
    expect(() => clearCase(market(4e15, 1e12))).toThrow('[0].orders: quantities times prices leave the range');
  });
});
