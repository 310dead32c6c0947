import type { Tariff } from '@ceex/contracts';
import { localDay, startOfLocalDay, type Day } from '@ceex/units';
import { Failure } from '@ceex/server';

/** The tariffs of a community by date of validity. A tariff holds from its local day until the next one begins. */
export class TariffBook {
  readonly #tariffs: readonly Tariff[];

  /** @param timeZone the community's, in which days begin. */
  constructor(
    tariffs: readonly Tariff[],
    private readonly timeZone: string,
  ) {
    this.#tariffs = [...tariffs].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  }

  /** The tariff of a local day; undefined before the first. */
  find(day: Day): Tariff | undefined {
    return this.#tariffs.findLast(({ validFrom }) => validFrom <= day);
  }

  /** The tariff that holds at an instant. Refused with `no-tariff` before the first. */
  at(epochMs: number): Tariff {
    const day = localDay(epochMs, this.timeZone);
    const tariff = this.find(day);
    if (!tariff) throw new Failure('no-tariff', { detail: `No tariff holds on ${day}.` });
    return tariff;
  }

  /** The tariffs that hold within a range, each with the instant from which it does so, earliest first. */
  within(startMs: number, endMs: number): { fromMs: number; tariff: Tariff }[] {
    const starts = this.#tariffs.map((tariff) => ({
      fromMs: startOfLocalDay(tariff.validFrom, this.timeZone),
      tariff,
    }));
    return starts
      .filter(({ fromMs }, index) => fromMs < endMs && (starts[index + 1]?.fromMs ?? Infinity) > startMs)
      .map(({ fromMs, tariff }) => ({ fromMs: Math.max(fromMs, startMs), tariff }));
  }
}
