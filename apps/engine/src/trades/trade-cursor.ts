import { Failure } from '@ceex/server';
import { intervalIndex, intervalStart } from '@ceex/units';

/** Where a page of trades ended: the next one holds what comes after this trade. */
export interface TradeCursor {
  readonly startMs: number;
  readonly position: number;
}

const TEXT = /^([0-9a-z]{1,8})_([0-9a-z]{1,4})$/;
/** Beyond this PostgreSQL's smallint ends. */
const MAX_POSITION = 32_767;
/** The interval of the last instant a Date can name. */
const MAX_INTERVAL = 8.64e15 / 900_000;

/** The cursor as clients carry it: opaque to them. */
export function writeCursor({ startMs, position }: TradeCursor): string {
  return `${intervalIndex(startMs).toString(36)}_${position.toString(36)}`;
}

/** Refused with `bad-request` when the text is none that `writeCursor` made. */
export function readCursor(text: string): TradeCursor {
  const [, interval = '', place = ''] = TEXT.exec(text) ?? [];
  const index = parseInt(interval, 36);
  const position = parseInt(place, 36);
  if (!(index <= MAX_INTERVAL && position <= MAX_POSITION)) {
    throw new Failure('bad-request', { errors: [{ path: 'query.cursor', message: 'not a cursor of this list' }] });
  }
  return { startMs: intervalStart(index), position };
}
