import type { Formats, Language } from '@ceex/web-ui';
import type { Measure } from './measure';

/** How a figure differs from the period before. */
export interface Difference {
  readonly direction: 'more' | 'less' | 'same' | 'none';
  /** In words, with sign. */
  readonly text: string;
}

interface Words {
  readonly formats: Formats;
  readonly language: Language;
  readonly currency: string;
}

/** The whole percent of a share; null where there is no whole. */
function percentOf({ partWh, wholeWh }: { partWh: number; wholeWh: number }): number | null {
  return wholeWh === 0 ? null : Math.round((partWh / wholeWh) * 100);
}

/** By how much: a signed number to compare with zero, and the same as text without its sign; null: nothing to compare. */
function change(now: Measure, before: Measure, words: Words): { by: number; text: string; was: string } | null {
  const { formats, language, currency } = words;
  if (now.kind === 'energy' && before.kind === 'energy') {
    const by = now.wh - before.wh;
    return { by, text: formats.energy(Math.abs(by)), was: formats.energy(before.wh) };
  }
  if (now.kind === 'money' && before.kind === 'money') {
    const by = now.nano - before.nano;
    return { by, text: formats.money(Math.abs(by), currency), was: formats.money(before.nano, currency) };
  }
  if (now.kind === 'share' && before.kind === 'share') {
    const [percent, was] = [percentOf(now), percentOf(before)];
    if (percent === null || was === null) return null;
    const by = percent - was;
    const points = language.translate('dashboard.difference.points', { points: Math.abs(by) });
    return { by, text: points, was: formats.share(before.partWh, before.wholeWh) };
  }
  return null;
}

/**
 * The difference of two figures of one kind in words and with its sign: "+4.20 kWh: more than the 37.8 kWh before".
 * Differences too small to be written are none.
 */
export function differenceOf(now: Measure, before: Measure, words: Words): Difference {
  const found = change(now, before, words);
  const { formats, language, currency } = words;
  if (found === null) return { direction: 'none', text: language.translate('dashboard.difference.none') };
  const { by, text, was } = found;
  const nothing = now.kind === 'money' ? formats.money(0, currency) : formats.energy(0);
  if (by === 0 || text === nothing) {
    return { direction: 'same', text: language.translate('dashboard.difference.same') };
  }
  return by > 0
    ? { direction: 'more', text: language.translate('dashboard.difference.more', { by: `+${text}`, was }) }
    : { direction: 'less', text: language.translate('dashboard.difference.less', { by: `−${text}`, was }) };
}
