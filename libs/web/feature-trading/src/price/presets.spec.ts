import { PRESETS, presetLimits, presetOf } from './presets';

const ruler = { lowMicroPerKwh: 60_000, highMicroPerKwh: 162_400 };
const both = { sells: true, buys: true };
const [cautious, balanced, always] = PRESETS;

describe('presets', () => {
  it('leave their share of the ruler to the household, on whole steps', () => {
    expect(presetLimits(cautious, ruler)).toEqual({ lowestSellMicroPerKwh: 111_000, highestPayMicroPerKwh: 111_000 });
    expect(presetLimits(balanced, ruler)).toEqual({ lowestSellMicroPerKwh: 86_000, highestPayMicroPerKwh: 137_000 });
  });

  it('let limits at the ends follow the tariff', () => {
    expect(presetLimits(always, ruler)).toEqual({ lowestSellMicroPerKwh: null, highestPayMicroPerKwh: null });
  });

  it.each(PRESETS)('are known again by their limits: $name', (preset) => {
    expect(presetOf(presetLimits(preset, ruler), ruler, both)).toBe(preset);
  });

  it('are none where a limit is the household’s own, and only its own sides count', () => {
    const limits = { lowestSellMicroPerKwh: 86_000, highestPayMicroPerKwh: 99_000 };
    expect(presetOf(limits, ruler, both)).toBeNull();
    expect(presetOf(limits, ruler, { sells: true, buys: false })).toBe(balanced);
  });
});
