import { steps } from './steps';
import { ask, bid } from './testing/markets';

describe('step curves', () => {
  it('add up from the best price on, one step for each price', () => {
    const orders = [
      ask('a', 1, 10, 80),
      bid('b', 1, 4, 70),
      ask('c', 2, 5, 60),
      bid('d', 3, 6, 90),
      ask('e', 2, 1, 80),
    ];
    expect(steps(orders)).toEqual({
      supply: [
        { priceMicroPerKwh: 60, quantityWh: 5 },
        { priceMicroPerKwh: 80, quantityWh: 16 },
      ],
      demand: [
        { priceMicroPerKwh: 90, quantityWh: 6 },
        { priceMicroPerKwh: 70, quantityWh: 10 },
      ],
    });
    expect(steps([])).toEqual({ supply: [], demand: [] });
  });
});
