import type { DemoBattery } from './community';

/** Of 100 parts charged, 92 come out again; the loss is taken while charging. */
const ROUND_TRIP_PERCENT = 92;

/**
 * A battery that takes surplus and serves deficits, never more. What it holds is counted in hundredths of a Wh, so
 * that the efficiency of 92 % is exact in integers: one Wh charged adds 92 of them, one Wh discharged takes 100.
 */
export class Battery {
  readonly #fullCenti: number;
  readonly #limitWh: number;
  #storedCenti: number;

  /** @param storedCenti what it holds to begin with, in hundredths of a Wh */
  constructor({ capacityWh, powerW }: Pick<DemoBattery, 'capacityWh' | 'powerW'>, storedCenti = 0) {
    this.#storedCenti = storedCenti;
    this.#fullCenti = capacityWh * 100;
    this.#limitWh = Math.floor(powerW / 4);
  }

  /** What it holds and can give, in hundredths of a Wh. */
  get storedCenti(): number {
    return this.#storedCenti;
  }

  /** Charges from a surplus in one interval; answers the Wh taken. */
  charge(surplusWh: number): number {
    const room = Math.floor((this.#fullCenti - this.#storedCenti) / ROUND_TRIP_PERCENT);
    const takenWh = Math.min(surplusWh, this.#limitWh, room);
    this.#storedCenti += takenWh * ROUND_TRIP_PERCENT;
    return takenWh;
  }

  /** Discharges into a deficit in one interval; answers the Wh given. */
  discharge(deficitWh: number): number {
    const givenWh = Math.min(deficitWh, this.#limitWh, Math.floor(this.#storedCenti / 100));
    this.#storedCenti -= givenWh * 100;
    return givenWh;
  }
}
