import * as z from 'zod';

/** A whole number that JSON and JavaScript carry without loss. */
const integer = z.int();

/** Energy in Wh, never negative. */
export const energyWh = z.int().nonnegative().describe('Energy in Wh');
/** Energy in Wh with a direction (sign). */
export const signedEnergyWh = integer.describe('Energy in Wh, signed');
/** A price in µCHF/kWh (0.18 CHF/kWh = 180 000), at most 100 CHF/kWh. */
export const priceMicroPerKwh = z.int().min(-100_000_000).max(100_000_000).describe('Price in µCHF/kWh');
/** Money in nCHF: Wh × µCHF/kWh, exact. */
export const amountNano = integer.describe('Money in nCHF (1 CHF = 1 000 000 000 nCHF)');
/** A share in basis points: 4 000 = 40 %. */
export const basisPoints = z.int().min(0).max(10_000).describe('Share in basis points');

/** The largest key a PostgreSQL `integer` holds. */
const MAX_KEY = 2_147_483_647;
/** A key in a path: decimal digits and nothing else, so that no two spellings name one thing. */
const key = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, 'a positive whole number')
  .transform(Number)
  .pipe(z.int().max(MAX_KEY));
/** As a key, of tables that only grow (`bigint`): as large as a number stays exact. */
export const rowId = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'a positive whole number')
  .transform(Number)
  .pipe(z.int());
export const nodeId = key.describe('Node');
export const communityId = key.describe('Community');
export const invitationId = key.describe('Invitation');

/** An instant: ISO 8601 with `Z` or an offset. Answers always use `Z`. */
export const instant = z.iso.datetime({ offset: true }).describe('Instant, ISO 8601 with offset');
/** A day of the community's calendar, `YYYY-MM-DD`. */
export const localDay = z.iso.date().describe('Local day');
/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().max(64).refine(isTimeZone, 'unknown time zone').describe('IANA time zone');
/** A short text shown to people. */
export const label = z.string().trim().min(1).max(80);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
