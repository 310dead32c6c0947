import type { CommunityHistory } from '@ceex/contracts';
import type { Formats, Language, Quantity } from '@ceex/web-ui';

/** A tile's content: the figure and the sentence that explains it. */
export interface CommunityTile {
  readonly name: TileName;
  readonly label: string;
  readonly figure: Quantity;
  readonly unitFirst: boolean;
  readonly sentence: string;
}

const TILE_NAMES = ['members', 'produced', 'used', 'traded', 'local', 'betterOff'] as const;
export type TileName = (typeof TILE_NAMES)[number];

export interface TileSources {
  readonly history: CommunityHistory;
  readonly formats: Pick<Formats, 'energy' | 'energyQuantity' | 'money' | 'moneyQuantity' | 'price' | 'shareQuantity'>;
  readonly language: Pick<Language, 'translate'>;
}

type Content = Pick<CommunityTile, 'figure' | 'sentence'>;
type Totals = NonNullable<CommunityHistory['totals']>;

/** The tiles whose figures are sums over all households, and what each says. */
const FROM_TOTALS: Readonly<Partial<Record<TileName, (totals: Totals, sources: TileSources) => Content>>> = {
  produced: (totals, { formats, language }) => ({
    figure: formats.energyQuantity(totals.producedWh),
    sentence: language.translate('community.tiles.produced.sentence', {
      own: formats.energy(totals.selfConsumedWh),
      utility: formats.energy(totals.soldUtilityWh),
    }),
  }),
  used: (totals, { formats, language }) => ({
    figure: formats.energyQuantity(totals.usedWh),
    sentence: language.translate('community.tiles.used.sentence', { utility: formats.energy(totals.boughtUtilityWh) }),
  }),
  local: (totals, { formats, language }) => {
    const localWh = totals.usedWh - totals.boughtUtilityWh;
    return {
      figure: formats.shareQuantity(localWh, totals.usedWh),
      sentence: language.translate('community.tiles.local.sentence', {
        local: formats.energy(localWh),
        used: formats.energy(totals.usedWh),
      }),
    };
  },
  betterOff: (totals, { history, formats, language }) => ({
    figure: formats.moneyQuantity(totals.savedNano, history.currency, true),
    sentence: language.translate('community.tiles.betterOff.sentence', {
      each: formats.money(Math.round(totals.savedNano / Math.max(1, history.households)), history.currency),
    }),
  }),
};

function membersTile({ history, language }: TileSources): Content {
  return {
    figure: { value: `${history.households}`, unit: '' },
    sentence: language.translate('community.tiles.members.sentence', { producers: history.producers }),
  };
}

function tradedTile({ history, formats, language }: TileSources): Content {
  const price = history.priceMicroPerKwh;
  return {
    figure: formats.energyQuantity(history.tradedWh),
    sentence:
      price === null
        ? language.translate('community.tiles.traded.none')
        : language.translate('community.tiles.traded.sentence', { price: formats.price(price, history.currency) }),
  };
}

function contentOf(name: TileName, sources: TileSources): Content | null {
  if (name === 'members') return membersTile(sources);
  if (name === 'traded') return tradedTile(sources);
  const { totals } = sources.history;
  return totals === null ? null : (FROM_TOTALS[name]?.(totals, sources) ?? null);
}

/**
 * The tiles of a community: those alone that tell of no single household, where it is small. Reads the language and its
 * formats: call it in a template or `computed`.
 */
export function communityTiles(sources: TileSources): CommunityTile[] {
  return TILE_NAMES.flatMap((name) => {
    const content = contentOf(name, sources);
    if (content === null) return [];
    const label = sources.language.translate(`community.tiles.${name}.label`);
    return [{ name, label, unitFirst: name === 'betterOff', ...content }];
  });
}
