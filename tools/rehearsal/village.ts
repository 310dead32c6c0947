import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HOUSES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const WITH_PANELS = 3;
const INTERVALS_A_DAY = 96;
const INTERVAL_MS = 900_000;

/** The files of a small village: one transformer, two streets, six houses, three of them with panels. */
export function writeVillage(folder: string): readonly string[] {
  const file = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const nodes = ['node_id,kind,parent,x,y', 'MV,mv_bus,,,', 'B,lv_busbar,MV,,', 'S1,lv_bus,B,,', 'S2,lv_bus,B,,'];
  const edges = [
    'edge_id,from,to,length_m,rating,rating_unit',
    ...['T,MV,B,,400,kVA', 'L1,B,S1,80,270,A', 'L2,B,S2,120,270,A'],
  ];
  const members = HOUSES.map((house, index) =>
    index < WITH_PANELS ? `${house},S${(index % 2) + 1},8,S30,0,0` : `${house},S${(index % 2) + 1},0,,0,0`,
  );
  return [
    ...['--grid-nodes', file('nodes.csv', nodes), '--grid-edges', file('edges.csv', edges)],
    ...[
      '--members',
      file('members.csv', ['household,node_id,pv_kwp,pv_orientation,battery_kwh,battery_kw', ...members]),
    ],
    ...['--name', 'Probendorf', '--deadline-minutes', '60'],
  ];
}

/** Writes what the houses metered on a day (UTC), the same at every run; `moreWh` is added to what each one took. */
export function writeReadings(folder: string, day: string, moreWh = 0): string {
  const lines = ['node,start,importKwh,exportKwh,productionKwh'];
  for (const [house, code] of HOUSES.entries()) {
    for (let interval = 0; interval < INTERVALS_A_DAY; interval += 1) {
      const start = new Date(Date.parse(day) + interval * INTERVAL_MS).toISOString();
      const { takenWh, givenWh, producedWh } = metered(house, interval);
      lines.push([code, start, kwh(takenWh + moreWh), kwh(givenWh), kwh(producedWh)].join(','));
    }
  }
  const path = join(folder, `readings-${day}-${moreWh}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function metered(house: number, interval: number): { takenWh: number; givenWh: number; producedWh: number } {
  const hour = interval / 4;
  const usedWh = 60 + ((interval * 7_919 + house * 104_729) % 97) * (house + 1);
  const producedWh = house < WITH_PANELS && hour > 6 && hour < 18 ? Math.round(220 * (6 - Math.abs(12 - hour))) : 0;
  const net = producedWh - usedWh;
  return { takenWh: Math.max(0, -net), givenWh: Math.max(0, net), producedWh };
}

function kwh(wh: number): string {
  return (wh / 1000).toFixed(3);
}
