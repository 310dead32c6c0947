/**
 * The exact integers every settled figure is made of. Floats never hold settled energy or money, so a value of these
 * types is always a safe integer; the name's ending says its unit.
 */

/** Energy in watt-hours: `0.18 kWh` is `180`. */
export type Wh = number;

/** A price in millionths of a franc per kilowatt-hour: `0.18 CHF/kWh` is `180_000`. */
export type MicroPerKwh = number;

/** Money in billionths of a franc: one Wh at one µCHF/kWh is exactly one nano-franc. */
export type Nano = number;

function assertSafe(value: number, what: string, unit: string): void {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${what} must be a whole number of ${unit} within ±(2^53 − 1), not ${String(value)}`);
  }
}

/** Throws RangeError unless `value` is a whole, safe number of watt-hours; `what` names it in the message. */
export function assertSafeWh(value: number, what = 'energy'): asserts value is Wh {
  assertSafe(value, what, 'Wh');
}

/** Throws RangeError unless `value` is a whole, safe number of µCHF/kWh; `what` names it in the message. */
export function assertSafeMicroPerKwh(value: number, what = 'price'): asserts value is MicroPerKwh {
  assertSafe(value, what, 'µCHF/kWh');
}

/** Throws RangeError unless `value` is a whole, safe number of nano-francs; `what` names it in the message. */
export function assertSafeNano(value: number, what = 'amount'): asserts value is Nano {
  assertSafe(value, what, 'nCHF');
}

/**
 * Energy times price, exactly: Wh × µCHF/kWh = nCHF. Either factor may be negative.
 * @throws RangeError when a factor is no safe integer or the product leaves the safe range (about 9 million francs).
 */
export function multiply(energyWh: Wh, priceMicroPerKwh: MicroPerKwh): Nano {
  // A double product that is a safe integer is the exact product: an inexact one would lie beyond 2^53.
  const amountNano = energyWh * priceMicroPerKwh;
  if (!Number.isSafeInteger(energyWh) || !Number.isSafeInteger(priceMicroPerKwh) || !Number.isSafeInteger(amountNano)) {
    assertSafeWh(energyWh);
    assertSafeMicroPerKwh(priceMicroPerKwh);
    throw new RangeError(`${energyWh} Wh × ${priceMicroPerKwh} µCHF/kWh leaves the range of exact money`);
  }
  return amountNano + 0; // −0 becomes 0
}

/** Sum of two amounts, exactly. Throws RangeError when it leaves the safe range. */
export function addNano(a: Nano, b: Nano): Nano {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${a} + ${b} nCHF leaves the range of exact money`);
  return sum;
}
