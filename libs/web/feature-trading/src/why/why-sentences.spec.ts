import type { OwnOrder } from '@ceex/contracts';
import { whySentence, whySentences } from './why-sentences';

const ask: OwnOrder = {
  side: 'ask',
  quantityWh: 610,
  limitMicroPerKwh: 150_000,
  filledWh: 380,
  reason: { code: 'tie', priceMicroPerKwh: 150_000 },
};

describe('whySentence', () => {
  it('names what was traded, the rest, the limit and the price', () => {
    expect(whySentence(ask, 142_000)).toEqual({
      key: 'trading.why.ask.tie.part',
      energyWh: { all: 610, traded: 380, rest: 230 },
      priceMicroPerKwh: { limit: 150_000, price: 150_000 },
    });
  });

  it('takes the price at the household where the reason brings none', () => {
    const order: OwnOrder = { ...ask, filledWh: 610, reason: { code: 'filled' } };
    expect(whySentence(order, 142_000)).toMatchObject({
      key: 'trading.why.ask.filled',
      priceMicroPerKwh: { price: 142_000 },
    });
  });

  it.each([
    ['price', 'price.none'],
    ['capacity', 'capacity.none'],
    ['tie', 'tie.none'],
    ['no-counterpart', 'noCounterpart.none'],
  ] as const)('has words for a bid refused by %s', (code, key) => {
    const bid: OwnOrder = { ...ask, side: 'bid', filledWh: 0, reason: { code } };
    expect(whySentence(bid, 142_000).key).toBe(`trading.why.bid.${key}`);
  });

  it('speaks of no price where there is none', () => {
    const order: OwnOrder = { ...ask, filledWh: 0, reason: { code: 'price' } };
    expect(whySentence(order, null)).toEqual({
      key: 'trading.why.ask.noCounterpart.none',
      energyWh: { all: 610, traded: 0, rest: 610 },
      priceMicroPerKwh: { limit: 150_000 },
    });
  });
});

describe('the figures of a reason', () => {
  it('name the line that was full, and what it lets through', () => {
    const order: OwnOrder = { ...ask, reason: { code: 'capacity', node: 4, capacityWh: 5_000 } };
    expect(whySentence(order, 142_000, '«VK 2»')).toMatchObject({
      key: 'trading.why.ask.capacityOf.part',
      plain: { line: '«VK 2»' },
      energyWh: { all: 610, traded: 380, rest: 230, capacity: 5_000 },
    });
    expect(whySentence(order, 142_000).key).toBe('trading.why.ask.capacity.part');
  });

  it('count the orders that shared', () => {
    const reason = { code: 'tie', orders: 3, filledWh: 900, quantityWh: 1_500 } as const;
    expect(whySentence({ ...ask, reason }, 142_000)).toMatchObject({
      key: 'trading.why.ask.tieOf.part',
      plain: { orders: 3 },
      energyWh: { shared: 900, asked: 1_500 },
    });
  });
});

describe('whySentences', () => {
  it('has one sentence for each order', () => {
    expect(whySentences([ask, { ...ask, side: 'bid' }], 142_000)).toHaveLength(2);
  });

  it('says so where the household needed nothing and had nothing to spare', () => {
    expect(whySentences([{ ...ask, quantityWh: 0 }], 142_000)).toEqual([{ key: 'trading.why.noOrder' }]);
  });
});
