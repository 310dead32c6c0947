import { refusesEach, worldOfSuite } from './refusals';
import { E, METRICS, REPLAY, type Row } from './world';

const QUERIES: readonly Row[] = [
  ['an unknown query key', `${METRICS}&nodeId=9`, 400, 'bad-request'],
  ['a repeated query key', `${METRICS}&startDate=2020-01-01`, 400, 'bad-request'],
  ['a nested query key', `${METRICS}&resolution[x]=day`, 400, 'bad-request'],
  ['a query where none belongs', `${E}/node/7?role=server`, 400, 'bad-request'],
  ['a missing query key', `${E}/node/7/metrics?startDate=2026-01-01`, 400, 'bad-request'],
  ['a line break in a query', METRICS.replace('2026-01-02', '2026-01-02%0d%0aX-Role:1'), 400, 'bad-request'],
  ['a second path in a query', METRICS.replace('2026-01-02', '2026-01-02%26nodeId=9'), 400, 'bad-request'],
  ['an unknown strategy', REPLAY.replace('never-lose', 'greedy'), 400, 'bad-request'],
  ['a limit with a fraction', `${REPLAY}&lowestSellMicroPerKwh=0.5`, 400, 'bad-request'],
  ['a limit below zero', `${REPLAY}&lowestSellMicroPerKwh=-1`, 400, 'bad-request'],
  ['a limit in another spelling', `${REPLAY}&lowestSellMicroPerKwh=1e5`, 400, 'bad-request'],
  ['a limit beyond all prices', `${REPLAY}&highestPayMicroPerKwh=100000001`, 400, 'bad-request'],
  ['two limits of one name', `${REPLAY}&highestPayMicroPerKwh=1&highestPayMicroPerKwh=2`, 400, 'bad-request'],
  ["another node in a replay's query", `${REPLAY}&nodeId=9`, 400, 'bad-request'],
  ['an encoded query mark', `${E}/node/7%3fx=1`, 404, 'not-found'],
  ['a page size beyond the limit', `${E}/node/7/trades?limit=100000`, 400, 'bad-request'],
  [
    'more neighbours than the limit',
    `${E}/node/7/neighbours?startDate=2026-01-01&endDate=2026-01-02&limit=101`,
    400,
    'bad-request',
  ],
  [
    'an instant where a day is due',
    `${E}/node/7/heat-map?startDate=2026-01-01T00:00:00Z&endDate=2026-01-02`,
    400,
    'bad-request',
  ],
  ['a stream from no event', `${E}/community/1/events?after=last`, 400, 'bad-request'],
  ['flows without a range', `${E}/community/1/flows`, 400, 'bad-request'],
  [
    'a history by instants',
    `${E}/community/1/history?startDate=2026-01-01T00:00:00Z&endDate=2026-01-02`,
    400,
    'bad-request',
  ],
  ['a roof beyond upright', `${E}/node/7/plants/preview?peakPowerW=1&tiltDeg=91&azimuthDeg=0`, 400, 'bad-request'],
  ['a fraction of a degree', `${E}/node/7/plants/preview?peakPowerW=1&tiltDeg=1.5&azimuthDeg=0`, 400, 'bad-request'],
  ['a day that there is not', `${E}/node/7/plants/day?day=2026-02-30`, 400, 'bad-request'],
  ['SQL in a cursor', `${E}/node/7/trades?cursor=%27;DROP`, 400, 'bad-request'],
];

describe('hostile queries', () => {
  const world = worldOfSuite();
  refusesEach(world, QUERIES);
});
