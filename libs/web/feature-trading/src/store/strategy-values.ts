import type { PriceRuler, Strategy } from '@ceex/contracts';

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

/** Whether two strategies are the same. */
export function sameStrategy(one: Strategy, other: Strategy): boolean {
  return (
    one.kind === other.kind &&
    one.lowestSellMicroPerKwh === other.lowestSellMicroPerKwh &&
    one.highestPayMicroPerKwh === other.highestPayMicroPerKwh &&
    one.flexibilityMicroPerKwh === other.flexibilityMicroPerKwh
  );
}
