import type { EnergyBarRow, EnergyPart } from '@ceex/web-ui';
import type { NowInterval } from './now-sentence';

/** The names on the bars. */
export interface EnergyTexts {
  readonly used: string;
  readonly produced: string;
  readonly own: string;
  readonly ownUse: string;
  readonly neighbours: string;
  readonly utility: string;
}

/**
 * Where the house's energy came from and, in a house that produces, where its production went. Each bar's parts add up
 * to its total: what comes in is what is used, what is made is what goes out.
 */
export function energyRows(interval: NowInterval, texts: EnergyTexts): EnergyBarRow[] {
  const parts = (own: [string, number], neighboursWh: number, utilityWh: number): EnergyPart[] => [
    { meaning: 'own', label: own[0], energyWh: own[1] },
    { meaning: 'neighbours', label: texts.neighbours, energyWh: neighboursWh },
    { meaning: 'utility', label: texts.utility, energyWh: utilityWh },
  ];
  const { selfConsumedWh, boughtLocalWh, boughtUtilityWh, soldLocalWh, soldUtilityWh } = interval;
  const used = { label: texts.used, parts: parts([texts.own, selfConsumedWh], boughtLocalWh, boughtUtilityWh) };
  if (interval.producedWh === 0) return [used];
  return [used, { label: texts.produced, parts: parts([texts.ownUse, selfConsumedWh], soldLocalWh, soldUtilityWh) }];
}
