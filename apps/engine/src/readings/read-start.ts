import type { LineError } from '@ceex/contracts';
import { isOnGrid, parseInstant, parseLocalDateTime } from '@ceex/units';

type LineCode = LineError['code'];

/**
 * The start of an interval as epoch milliseconds: an instant with offset, or a local time of the community. A local
 * time that two instants have, or none, is a fault, never a guess.
 */
export function readStart(text: string, timeZone: string): number | LineCode {
  const startMs = parseInstant(text) ?? readLocal(text, timeZone);
  if (typeof startMs === 'string') return startMs;
  return isOnGrid(startMs) ? startMs : 'off-grid';
}

function readLocal(text: string, timeZone: string): number | LineCode {
  const toTheSecond = text.length === 19 && text[16] === ':';
  const startMs = parseLocalDateTime(toTheSecond ? text.slice(0, 16) : text, timeZone);
  if (startMs === 'ambiguous') return 'ambiguous-time';
  if (startMs === 'missing') return 'missing-time';
  if (startMs === 'malformed') return 'bad-time';
  if (!toTheSecond) return startMs;
  const seconds = text.slice(17);
  return /^[0-5]\d$/.test(seconds) ? startMs + Number(seconds) * 1000 : 'bad-time';
}
