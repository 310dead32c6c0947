import { StrategyHistory } from './strategy-history';

const NEVER_LOSE = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: null,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
} as const;

describe('StrategyHistory', () => {
  const history = new StrategyHistory();
  const early = { ...NEVER_LOSE, lowestSellMicroPerKwh: 1 };
  const late = { ...NEVER_LOSE, lowestSellMicroPerKwh: 2 };
  history.add(7, 100, early);
  history.add(7, 200, late);

  it('gives the newest strategy set before the instant', () => {
    expect(history.asOf(7, 150)).toBe(early);
    expect(history.asOf(7, 201)).toBe(late);
  });

  it('does not count what was set at that very instant', () => {
    expect(history.asOf(7, 200)).toBe(early);
    expect(history.asOf(7, 100)).toBeUndefined();
  });

  it('knows nothing of other nodes', () => {
    expect(history.asOf(8, 1_000)).toBeUndefined();
  });
});
