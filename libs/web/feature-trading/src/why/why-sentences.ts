import type { OwnOrder } from '@ceex/contracts';
import type { Sentence } from '../sentences/sentence';

/**
 * Why an order was filled, in part filled or not, with the household's own figures. `priceMicroPerKwh` is the price at
 * the household in the interval; null where nothing was traded. `line` names the line that was full; null where its
 * name is not known.
 */
export function whySentence(order: OwnOrder, priceMicroPerKwh: number | null, line: string | null = null): Sentence {
  const { side, quantityWh, filledWh, limitMicroPerKwh: limit, reason } = order;
  const price = reason.priceMicroPerKwh ?? priceMicroPerKwh;
  const energyWh = { all: quantityWh, traded: filledWh, rest: quantityWh - filledWh };
  const extent = filledWh === 0 ? 'none' : 'part';
  if (price === null)
    return { key: `trading.why.${side}.noCounterpart.${extent}`, energyWh, priceMicroPerKwh: { limit } };
  const prices = { limit, price };
  const sentence = (key: string, more: Partial<Sentence> = {}): Sentence => ({
    key: `trading.why.${side}.${key}`,
    priceMicroPerKwh: prices,
    ...more,
    energyWh: { ...energyWh, ...more.energyWh },
  });
  switch (reason.code) {
    case 'filled':
      return sentence('filled');
    case 'price':
      return sentence(`price.${extent}`);
    case 'capacity': {
      const { capacityWh } = reason;
      if (line === null || capacityWh === undefined) return sentence(`capacity.${extent}`);
      return sentence(`capacityOf.${extent}`, { plain: { line }, energyWh: { capacity: capacityWh } });
    }
    case 'tie': {
      const { orders, filledWh: shared, quantityWh: asked } = reason;
      if (orders === undefined || shared === undefined || asked === undefined) return sentence(`tie.${extent}`);
      return sentence(`tieOf.${extent}`, { plain: { orders }, energyWh: { shared, asked } });
    }
    case 'no-counterpart':
      return sentence(`noCounterpart.${extent}`);
  }
}

/** The sentences of an interval: one for each order, and one for a household that had none. */
export function whySentences(
  orders: readonly OwnOrder[],
  priceMicroPerKwh: number | null,
  lineOf: (order: OwnOrder) => string | null = () => null,
): Sentence[] {
  const placed = orders.filter(({ quantityWh }) => quantityWh > 0);
  if (placed.length === 0) return [{ key: 'trading.why.noOrder' }];
  return placed.map((order) => whySentence(order, priceMicroPerKwh, lineOf(order)));
}
