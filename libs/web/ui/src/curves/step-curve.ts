import type { MicroPerKwh, Wh } from '@ceex/units';

/** A step of a supply or demand curve: up to this much energy in all at this price. */
export interface CurveStep {
  readonly priceMicroPerKwh: MicroPerKwh;
  readonly cumulativeWh: Wh;
}

/** An order of the household, to be marked on its curve. */
export interface OwnOrderMark {
  readonly limitMicroPerKwh: MicroPerKwh;
  readonly quantityWh: Wh;
}

/** From data to px. */
export interface CurveScale {
  readonly x: (energyWh: Wh) => number;
  readonly y: (priceMicroPerKwh: MicroPerKwh) => number;
}

/**
 * A step curve as the `d` of an SVG path: along each step, then up or down to the next, and at its end on to `endY`
 * (px): more than all is not to be had at any price. Empty without steps.
 */
export function stepPath(steps: readonly CurveStep[], { x, y }: CurveScale, endY: number): string {
  let path = '';
  let fromWh = 0;
  for (const { priceMicroPerKwh, cumulativeWh } of steps) {
    path += `${path === '' ? 'M' : 'L'}${x(fromWh)} ${y(priceMicroPerKwh)}H${x(cumulativeWh)}`;
    fromWh = cumulativeWh;
  }
  return path === '' ? '' : `${path}V${endY}`;
}

/** The energy at which the curves cross: as much as buyers pay at least what sellers ask for. */
export function crossingWh(supply: readonly CurveStep[], demand: readonly CurveStep[]): Wh {
  let [ask, bid, soFarWh] = [0, 0, 0];
  for (;;) {
    const [seller, buyer] = [supply[ask], demand[bid]];
    if (!seller || !buyer || seller.priceMicroPerKwh > buyer.priceMicroPerKwh) return soFarWh;
    soFarWh = Math.min(seller.cumulativeWh, buyer.cumulativeWh);
    if (seller.cumulativeWh === soFarWh) ask++;
    if (buyer.cumulativeWh === soFarWh) bid++;
  }
}

/** Where on its curve an order lies: from the beginning of the step of its price, no longer than that step. */
export function orderSpan(order: OwnOrderMark, steps: readonly CurveStep[]): { fromWh: Wh; toWh: Wh } | null {
  const at = steps.findIndex(({ priceMicroPerKwh }) => priceMicroPerKwh === order.limitMicroPerKwh);
  const step = steps[at];
  if (step === undefined) return null;
  const fromWh = steps[at - 1]?.cumulativeWh ?? 0;
  return { fromWh, toWh: Math.min(fromWh + order.quantityWh, step.cumulativeWh) };
}
