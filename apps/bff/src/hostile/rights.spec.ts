import { SAME_ORIGIN } from '../testing/bff-under-test';
import { refusesEach, worldOfSuite } from './refusals';
import { CSV_TYPE, POST_PLANT, PUT_STRATEGY } from './samples';
import { E, METRICS, REPLAY, type Row } from './world';

const RIGHTS: readonly Row[] = [
  ["another household's profile", `${E}/node/9`, 403, 'forbidden'],
  ["another household's metrics", METRICS.replace('/7/', '/9/'), 403, 'forbidden'],
  ["another household's replay", REPLAY.replace('/7/', '/9/'), 403, 'forbidden'],
  ["a household's replay as an operator", REPLAY, 403, 'forbidden', { as: 'otto' }],
  ["another household's strategy", `${E}/node/9/strategy`, 403, 'forbidden', PUT_STRATEGY],
  ['a node that does not exist', `${E}/node/12345`, 403, 'forbidden'],
  ["another household's plants", `${E}/node/9/plants`, 403, 'forbidden'],
  ["another household's day of production", `${E}/node/9/plants/day`, 403, 'forbidden'],
  ["another household's forecast", `${E}/node/9/forecast`, 403, 'forbidden'],
  ["a plant on another's roof", `${E}/node/9/plants`, 403, 'forbidden', POST_PLANT],
  ["another household's plant", `${E}/node/9/plants/1`, 403, 'forbidden', { ...POST_PLANT, method: 'PUT' }],
  ['the removal of it', `${E}/node/9/plants/1`, 403, 'forbidden', { method: 'DELETE', headers: SAME_ORIGIN }],
  ["another community's events", `${E}/community/2/events`, 403, 'forbidden'],
  ["another community's flows", `${E}/community/2/flows?startDate=2026-01-01&endDate=2026-01-01`, 403, 'forbidden'],
  ["another community's history", `${E}/community/2/history?startDate=2026-01-01&endDate=2026-01-01`, 403, 'forbidden'],
  ["a household's forecast as an operator", `${E}/node/7/forecast`, 403, 'forbidden', { as: 'otto' }],
  ["another community's market", `${E}/community/2/market`, 403, 'forbidden'],
  ["another community's grid", `${E}/community/2/grid`, 403, 'forbidden'],
  ["an operator's list as a member", `${E}/community/1/clearings`, 403, 'forbidden'],
  [
    "an operator's import as a member",
    `${E}/community/1/readings`,
    403,
    'forbidden',
    { method: 'POST', headers: { ...SAME_ORIGIN, ...CSV_TYPE }, body: 'node,start\n' },
  ],
  ['another community as an operator', `${E}/community/2/clearings`, 403, 'forbidden', { as: 'otto' }],
  ["a household's profile as an operator", `${E}/node/7`, 403, 'forbidden', { as: 'otto' }],
];

describe('hostile uses of the engine', () => {
  const world = worldOfSuite();
  refusesEach(world, RIGHTS);
});
