import type { PriceRuler, Strategy, StrategyKind } from '@ceex/contracts';

/**
 * A strategy in its plain form: a limit that stands at its end of the ruler is null (so that it follows the tariff),
 * and what a kWh moved in time must bring belongs to *flexibility* alone.
 */
export function plainStrategy(
  strategy: Strategy,
  ruler: Pick<PriceRuler, 'lowMicroPerKwh' | 'highMicroPerKwh'>,
): Strategy {
  const { kind, lowestSellMicroPerKwh: sell, highestPayMicroPerKwh: pay, flexibilityMicroPerKwh } = strategy;
  return {
    kind,
    lowestSellMicroPerKwh: sell === null || sell <= ruler.lowMicroPerKwh ? null : sell,
    highestPayMicroPerKwh: pay === null || pay >= ruler.highMicroPerKwh ? null : pay,
    flexibilityMicroPerKwh: kind === 'flexibility' ? flexibilityMicroPerKwh : null,
  };
}

/** What a household would choose with a strategy, its limits as they stand. A price taker has none of its own. */
export function strategyOfKind(
  limits: Strategy,
  kind: StrategyKind,
  ruler: Pick<PriceRuler, 'lowMicroPerKwh' | 'highMicroPerKwh'>,
): Strategy {
  const own = { ...limits, kind };
  const taker = { ...own, lowestSellMicroPerKwh: null, highestPayMicroPerKwh: null };
  return plainStrategy(kind === 'market-benefit' ? taker : own, ruler);
}

/** Whether two strategies are the same. */
export function sameStrategy(one: Strategy, other: Strategy): boolean {
  return (
    one.kind === other.kind &&
    one.lowestSellMicroPerKwh === other.lowestSellMicroPerKwh &&
    one.highestPayMicroPerKwh === other.highestPayMicroPerKwh &&
    one.flexibilityMicroPerKwh === other.flexibilityMicroPerKwh
  );
}
