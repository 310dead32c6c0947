import { SAME_ORIGIN } from '../testing/bff-under-test';

export const JSON_TYPE = { 'content-type': 'application/json' };
export const CSV_TYPE = { 'content-type': 'text/csv' };
export const STRATEGY = JSON.stringify({
  kind: 'never-lose',
  lowestSellMicroPerKwh: null,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
});
export const PLANT = { name: 'Keller', capacityWh: 10_000, powerW: 5_000, kind: 'battery' };
export const postPlant = (change: object) => ({
  method: 'POST',
  headers: { ...SAME_ORIGIN, ...JSON_TYPE },
  body: JSON.stringify({ ...PLANT, ...change }),
});
export const POST_PLANT = postPlant({});
export const PUT_STRATEGY = { method: 'PUT', headers: { ...SAME_ORIGIN, ...JSON_TYPE }, body: STRATEGY };
