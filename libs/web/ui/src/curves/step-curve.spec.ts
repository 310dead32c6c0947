import { crossingWh, orderSpan, stepPath } from './step-curve';

const supply = [
  { priceMicroPerKwh: 90_000, cumulativeWh: 400 },
  { priceMicroPerKwh: 120_000, cumulativeWh: 1_000 },
  { priceMicroPerKwh: 150_000, cumulativeWh: 1_500 },
];
const demand = [
  { priceMicroPerKwh: 160_000, cumulativeWh: 700 },
  { priceMicroPerKwh: 100_000, cumulativeWh: 1_200 },
];

describe('step curves', () => {
  it('run along each step, then up or down to the next', () => {
    const scale = { x: (wh: number) => wh / 100, y: (price: number) => price / 10_000 };
    expect(stepPath(supply, scale, 30)).toBe('M0 9H4L4 12H10L10 15H15V30');
    expect(stepPath([], scale, 30)).toBe('');
  });

  it('cross where buyers pay at least what sellers ask for', () => {
    expect(crossingWh(supply, demand)).toBe(700);
    expect(crossingWh(supply, [{ priceMicroPerKwh: 120_000, cumulativeWh: 5_000 }])).toBe(1_000);
    expect(crossingWh(supply, [{ priceMicroPerKwh: 80_000, cumulativeWh: 5_000 }])).toBe(0);
    expect(crossingWh([], demand)).toBe(0);
  });

  it('carry an own order on the step of its price, no longer than the step', () => {
    expect(orderSpan({ limitMicroPerKwh: 120_000, quantityWh: 200 }, supply)).toEqual({ fromWh: 400, toWh: 600 });
    expect(orderSpan({ limitMicroPerKwh: 120_000, quantityWh: 9_000 }, supply)).toEqual({ fromWh: 400, toWh: 1_000 });
    expect(orderSpan({ limitMicroPerKwh: 121_000, quantityWh: 200 }, supply)).toBeNull();
  });
});
