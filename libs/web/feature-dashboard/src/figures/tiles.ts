import type { EnergyAndMoney } from '@ceex/contracts';
import type { Formats, Language, Quantity } from '@ceex/web-ui';
import { balanceOf } from './balance';
import { differenceOf, type Difference } from './difference';
import { measureOf, MEASURES, type MeasureName } from './measure';

/** A tile's content: the figure and the sentence that explains it in the household's own figures. */
export interface TileFigure {
  readonly label: string;
  readonly figure: Quantity;
  readonly unitFirst: boolean;
  readonly sentence: string;
}

/** A tile, and how its figure differs from the period before where that is known. */
export interface ComparedTile extends TileFigure {
  readonly name: MeasureName;
  readonly difference: Difference | null;
}

interface Sources {
  readonly sums: EnergyAndMoney;
  readonly currency: string;
  readonly formats: Formats;
  readonly language: Language;
}

function usedTile({ sums, formats, language }: Sources): TileFigure {
  const params = {
    own: formats.energy(sums.selfConsumedWh),
    neighbours: formats.energy(sums.boughtLocalWh),
    utility: formats.energy(sums.boughtUtilityWh),
  };
  return {
    label: language.translate('dashboard.tiles.used.label'),
    figure: formats.energyQuantity(sums.usedWh),
    unitFirst: false,
    sentence:
      sums.producedWh > 0
        ? language.translate('dashboard.tiles.used.withOwn', params)
        : language.translate('dashboard.tiles.used.withoutOwn', params),
  };
}

function producedTile({ sums, formats, language }: Sources): TileFigure {
  const params = {
    own: formats.energy(sums.selfConsumedWh),
    neighbours: formats.energy(sums.soldLocalWh),
    utility: formats.energy(sums.soldUtilityWh),
  };
  return {
    label: language.translate('dashboard.tiles.produced.label'),
    figure: formats.energyQuantity(sums.producedWh),
    unitFirst: false,
    sentence:
      sums.producedWh > 0
        ? language.translate('dashboard.tiles.produced.some', params)
        : language.translate('dashboard.tiles.produced.none'),
  };
}

function selfConsumptionTile({ sums, formats, language }: Sources): TileFigure {
  const params = { produced: formats.energy(sums.producedWh), own: formats.energy(sums.selfConsumedWh) };
  return {
    label: language.translate('dashboard.tiles.selfConsumption.label'),
    figure: formats.shareQuantity(sums.selfConsumedWh, sums.producedWh),
    unitFirst: false,
    sentence:
      sums.producedWh > 0
        ? language.translate('dashboard.tiles.selfConsumption.some', params)
        : language.translate('dashboard.tiles.selfConsumption.none'),
  };
}

function selfSufficiencyTile({ sums, formats, language }: Sources): TileFigure {
  const params = { used: formats.energy(sums.usedWh), own: formats.energy(sums.selfConsumedWh) };
  return {
    label: language.translate('dashboard.tiles.selfSufficiency.label'),
    figure: formats.shareQuantity(sums.selfConsumedWh, sums.usedWh),
    unitFirst: false,
    sentence:
      sums.producedWh > 0
        ? language.translate('dashboard.tiles.selfSufficiency.some', params)
        : language.translate('dashboard.tiles.selfSufficiency.none', params),
  };
}

function tradedTile({ sums, currency, formats, language }: Sources): TileFigure {
  const params = {
    sold: formats.energy(sums.soldLocalWh),
    earned: formats.money(sums.localRevenueNano, currency),
    bought: formats.energy(sums.boughtLocalWh),
    spent: formats.money(sums.localEnergyCostNano, currency),
  };
  const [sold, bought] = [sums.soldLocalWh > 0, sums.boughtLocalWh > 0];
  let sentence = language.translate('dashboard.tiles.traded.none');
  if (sold && bought) sentence = language.translate('dashboard.tiles.traded.both', params);
  else if (sold) sentence = language.translate('dashboard.tiles.traded.sold', params);
  else if (bought) sentence = language.translate('dashboard.tiles.traded.bought', params);
  return {
    label: language.translate('dashboard.tiles.traded.label'),
    figure: formats.energyQuantity(sums.soldLocalWh + sums.boughtLocalWh),
    unitFirst: false,
    sentence,
  };
}

function betterOffTile({ sums, currency, formats, language }: Sources): TileFigure {
  const { paidNano, aloneNano, betterOffNano } = balanceOf(sums);
  const params = {
    market: formats.money(Math.abs(paidNano), currency),
    alone: formats.money(Math.abs(aloneNano), currency),
  };
  let sentence = language.translate('dashboard.tiles.betterOff.paid', params);
  if (paidNano < 0 && aloneNano < 0) sentence = language.translate('dashboard.tiles.betterOff.received', params);
  else if (paidNano < 0) sentence = language.translate('dashboard.tiles.betterOff.receivedNotPaid', params);
  else if (aloneNano < 0) sentence = language.translate('dashboard.tiles.betterOff.paidNotReceived', params);
  return {
    label: language.translate('dashboard.tiles.betterOff.label'),
    figure: formats.moneyQuantity(betterOffNano, currency, true),
    unitFirst: true,
    sentence,
  };
}

const TILES: Readonly<Record<MeasureName, (sources: Sources) => TileFigure>> = {
  used: usedTile,
  produced: producedTile,
  selfConsumption: selfConsumptionTile,
  selfSufficiency: selfSufficiencyTile,
  traded: tradedTile,
  betterOff: betterOffTile,
};

/**
 * The six tiles, compared with the sums of the period before where there are any. Reads the language and its formats:
 * call it in a template or `computed`.
 */
export function tilesOf(sources: Sources, before: EnergyAndMoney | null): ComparedTile[] {
  return MEASURES.map((name) => ({
    ...TILES[name](sources),
    name,
    difference: before && differenceOf(measureOf(name, sources.sums), measureOf(name, before), sources),
  }));
}
