import type { HeatDay } from '@ceex/contracts';
import type { EnergyMeaning } from '@ceex/web-ui';

/** What the heat map shows: everything used, or one of the three meanings. */
export const HEAT_CHOICES = ['used', 'produced', 'traded', 'utility'] as const;
export type HeatChoice = (typeof HEAT_CHOICES)[number];

/** The figure an address asks for (`?heat=`), as far as the household has it; all that is used for the rest. */
export function readHeat(asked: string | undefined, produces: boolean): HeatChoice {
  const figure = HEAT_CHOICES.find((name) => name === asked) ?? 'used';
  return figure === 'produced' && !produces ? 'used' : figure;
}

/** The colour of a figure; what is used has none of the three meanings. */
export const HEAT_MEANINGS: Readonly<Record<HeatChoice, EnergyMeaning | null>> = {
  used: null,
  produced: 'own',
  traded: 'neighbours',
  utility: 'utility',
};

/** A day's 24 figures, null where nothing was cleared. */
export function hoursOf(day: HeatDay, figure: HeatChoice): (number | null)[] {
  switch (figure) {
    case 'used':
      return day.usedWh;
    case 'produced':
      return day.producedWh;
    case 'utility':
      return day.boughtUtilityWh;
    case 'traded':
      return day.boughtLocalWh.map((wh, hour) => sum(wh, day.soldLocalWh[hour] ?? null));
  }
}

/** The sum of what is there. */
export function sum(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}
