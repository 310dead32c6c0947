import type { CommunityFlows } from '@ceex/contracts';
import type { Formats, Language } from '@ceex/web-ui';
import type { DayInterval } from './interval-of-day';
import { directed, type LineFlow } from './line-flows';

/** What the sentences need to be written. */
export interface Wording {
  readonly language: Pick<Language, 'translate'>;
  readonly formats: Pick<Formats, 'energy' | 'price' | 'share' | 'moment'>;
  readonly timeZone: string;
  readonly currency: string;
}

const ALL_BP = 10_000;

/** `14:15–14:30` */
export function intervalName({ startMs, endMs }: DayInterval, { formats, timeZone }: Wording): string {
  return `${formats.moment(startMs, 'time', timeZone)}–${formats.moment(endMs, 'time', timeZone)}`;
}

/** What the neighbours traded in the interval, and at which price. */
export function tradeSentence(interval: DayInterval, flows: CommunityFlows | undefined, wording: Wording): string {
  const { language, formats, currency } = wording;
  const traded = flows?.intervals[interval.index];
  if (traded === undefined) return language.translate('community.flow.notCleared');
  if (traded.tradedWh === 0) return language.translate('community.flow.noTrade');
  const energy = formats.energy(traded.tradedWh);
  if (traded.priceMicroPerKwh === null) return language.translate('community.flow.tradedWithoutPrice', { energy });
  return language.translate('community.flow.traded', {
    energy,
    price: formats.price(traded.priceMicroPerKwh, currency),
  });
}

/** What went over one's own line; empty where nothing is known of it. */
export function ownSentence(lines: readonly LineFlow[], ownIds: ReadonlySet<number>, wording: Wording): string {
  const own = lines.filter(({ node, flowWh }) => ownIds.has(node.nodeId) && flowWh !== null);
  if (own.length === 0) return '';
  const netWh = own.reduce((sum, { flowWh }) => sum + (flowWh ?? 0), 0);
  const { language, formats } = wording;
  if (netWh === 0) return language.translate('community.flow.ownNothing');
  const energy = formats.energy(Math.abs(netWh));
  return language.translate(netWh > 0 ? 'community.flow.ownSold' : 'community.flow.ownBought', { energy });
}

/** The line that is fullest of those with a limit; empty where none carries anything. */
export function fullestSentence(lines: readonly LineFlow[], wording: Wording): string {
  const fullest = lines.reduce<LineFlow | undefined>(
    (most, line) => ((line.shareBp ?? 0) > (most?.shareBp ?? 0) ? line : most),
    undefined,
  );
  if (fullest === undefined) return '';
  return wording.language.translate('community.flow.fullest', {
    ...ends(fullest),
    share: shareText(fullest.shareBp, wording),
  });
}

/** What one line carries, in words. */
export function lineSentence(line: LineFlow, wording: Wording): string {
  const { language, formats } = wording;
  if (line.flowWh === null) return language.translate('community.flow.hidden', ends(line));
  if (line.flowWh === 0) return language.translate('community.flow.lineStill', ends(line));
  const energy = formats.energy(Math.abs(line.flowWh));
  if (line.shareBp === null) return language.translate('community.flow.lineUnlimited', { ...ends(line), energy });
  return language.translate('community.flow.line', { ...ends(line), energy, share: shareText(line.shareBp, wording) });
}

export function shareText(shareBp: number | null, { formats }: Wording): string {
  return shareBp === null ? '' : formats.share(shareBp, ALL_BP);
}

function ends(line: LineFlow): { from: string; to: string } {
  const { from, to } = directed(line);
  return { from: from.label, to: to.label };
}
