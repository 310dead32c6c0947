import { DAY_MS } from './calendar';

const MINUTE_MS = 60_000;
/** Days remembered per zone before the memory starts anew: over 50 years, yet bounded whatever a request asks for. */
const MAX_DAYS = 20_000;

/** The offset of one UTC day: `before` until `switchMs`, `after` from it on (equal when nothing changes). */
interface DayOffset {
  readonly switchMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/**
 * The UTC offsets of one time zone. Intl is asked at most a few times for every UTC day and the answers are kept,
 * so that millions of look-ups cost little more than a map access. No zone changes its offset twice within a UTC day.
 */
export class ZoneOffsets {
  readonly #format: Intl.DateTimeFormat;
  readonly #days = new Map<number, DayOffset>();
  #lastDay = Number.NaN;
  #last: DayOffset = { switchMs: 0, beforeMs: 0, afterMs: 0 };

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Local time − UTC at an instant, in milliseconds. */
  at(epochMs: number): number {
    const day = Math.floor(epochMs / DAY_MS);
    if (day !== this.#lastDay) {
      this.#last = this.#dayOffset(day);
      this.#lastDay = day;
    }
    return epochMs < this.#last.switchMs ? this.#last.beforeMs : this.#last.afterMs;
  }

  #dayOffset(day: number): DayOffset {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    if (this.#days.size >= MAX_DAYS) this.#days.clear();
    const found = this.#findSwitch(day * DAY_MS, (day + 1) * DAY_MS);
    this.#days.set(day, found);
    return found;
  }

  #findSwitch(fromMs: number, toMs: number): DayOffset {
    const beforeMs = this.#ask(fromMs);
    const afterMs = this.#ask(toMs - MINUTE_MS);
    if (beforeMs === afterMs) return { switchMs: fromMs, beforeMs, afterMs };
    let low = fromMs;
    let high = toMs - MINUTE_MS;
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS;
      if (this.#ask(middle) === beforeMs) low = middle;
      else high = middle;
    }
    return { switchMs: high, beforeMs, afterMs };
  }

  #ask(epochMs: number): number {
    const part: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(epochMs)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
    local.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']));
    return local.getTime() - Math.floor(epochMs / 1000) * 1000;
  }
}

const zones = new Map<string, ZoneOffsets>();

/** The offsets of a time zone by its IANA name. Throws RangeError naming a zone that does not exist. */
export function zoneOffsets(timeZone: string): ZoneOffsets {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    try {
      zone = new ZoneOffsets(timeZone);
    } catch (cause) {
      throw new RangeError(`unknown time zone "${timeZone}"`, { cause });
    }
    zones.set(timeZone, zone);
  }
  return zone;
}

/** Whether this machine knows a time zone by that IANA name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneOffsets(timeZone);
    return true;
  } catch {
    return false;
  }
}
