import { intervalOrders, type HouseholdInterval } from './interval-orders';

const LIMITS = { lowestSell: 90, highestPay: 120, flexibleLowestSell: 110, flexibleHighestPay: 100 };

function house(nodeId: number, importWh: number, exportWh: number, flexibleWh = 0): HouseholdInterval {
  return { nodeId, importWh, exportWh, flexibleWh, limits: LIMITS };
}

describe('intervalOrders', () => {
  it('asks for a surplus, bids for a deficit, nothing for neither', () => {
    expect(intervalOrders([house(1, 0, 50), house(2, 30, 0), house(3, 0, 0), house(4, 7, 7)])).toEqual([
      { id: '0', node: 1, side: 'ask', quantityWh: 50, limitMicroPerKwh: 90 },
      { id: '1', node: 2, side: 'bid', quantityWh: 30, limitMicroPerKwh: 120 },
    ]);
  });

  it('nets own use first: never both sides of one node', () => {
    expect(intervalOrders([house(1, 20, 50)])).toMatchObject([{ side: 'ask', quantityWh: 30 }]);
    expect(intervalOrders([house(1, 50, 20)])).toMatchObject([{ side: 'bid', quantityWh: 30 }]);
  });

  it('makes an order of its own of what a battery can move', () => {
    expect(intervalOrders([house(1, 0, 50, 20)])).toMatchObject([
      { side: 'ask', quantityWh: 30, limitMicroPerKwh: 90 },
      { side: 'ask', quantityWh: 20, limitMicroPerKwh: 110 },
    ]);
    expect(intervalOrders([house(1, 15, 0, 20)])).toMatchObject([
      { side: 'bid', quantityWh: 15, limitMicroPerKwh: 100 },
    ]);
  });

  it('keeps one order where both parts have the same limit', () => {
    const limits = { ...LIMITS, flexibleLowestSell: 90 };
    expect(intervalOrders([{ ...house(1, 0, 50, 20), limits }])).toHaveLength(1);
  });
});
