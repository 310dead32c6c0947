import type { Clearing, FillReason } from '../../clearing/clearing';
import type { Mutation } from './mutations';

const CODES: readonly FillReason['code'][] = ['filled', 'price', 'tie', 'capacity', 'no-counterpart'];

/** A fill's reason with another code, with each figure one more or less, and with a figure missing. */
export function* reasonMutations(clearing: Clearing, at: number): Generator<Mutation> {
  const fill = clearing.fills[at]!;
  const withReason = (what: string, reason: object): Mutation => ({
    what: `fills[${at}].reason ${what}`,
    clearing: { ...clearing, fills: clearing.fills.with(at, { ...fill, reason: reason as FillReason }) },
  });
  const { code, ...figures } = fill.reason;
  for (const other of CODES)
    if (other !== code) yield withReason(`${code} → ${other}`, { ...fill.reason, code: other });
  for (const [field, value] of Object.entries(figures)) {
    for (const by of [1, -1]) yield withReason(`${field} by ${by}`, { ...fill.reason, [field]: Number(value) + by });
    yield withReason(`without ${field}`, { ...fill.reason, [field]: undefined });
  }
}
