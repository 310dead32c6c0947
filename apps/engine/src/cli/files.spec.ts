import { foundCommunityBody } from '@ceex/contracts';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { convertCommand } from './convert';
import { foundingBody } from './found';
import { readGrid } from './grid-file';
import { readMembers } from './members-file';

const folder = mkdtempSync(join(tmpdir(), 'ceex-cli-'));
function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const NODES = file('nodes.csv', 'node_id,kind,parent,x,y\nMV1,mv_bus,,,\nB1,lv_busbar,MV1,1.5,2\nB2,lv_bus,B1,,\n');
const EDGES = file(
  'edges.csv',
  'edge_id,from,to,kind,length_m,rating,rating_unit\nT,MV1,B1,transformer,,400,kVA\nL,B2,B1,line,10.2,270,A\n',
);
const MEMBERS = file(
  'members.csv',
  'household,node_id,pv_kwp,pv_orientation,battery_kwh,battery_kw,connection_kva\n' +
    'H1,B2,0,,0,0,24.2\nH2,B2,8.2,EW10,10,5,30\n',
);

describe('the files of the command line', () => {
  it('a grid: parents, edges in either direction, ratings that bind only when asked for', async () => {
    const grid = await readGrid(NODES, EDGES, { asCapacity: false });
    expect(
      grid.map(({ code, parent, kind, lengthM, rating, capacityUpWh }) => [
        code,
        parent,
        kind,
        lengthM,
        rating,
        capacityUpWh,
      ]),
    ).toEqual([
      ['MV1', null, 'transformer', 0, null, null],
      ['B1', 'MV1', 'cabinet', 0, 400, null],
      ['B2', 'B1', 'junction', 10.2, 270, null],
    ]);
    const binding = await readGrid(NODES, EDGES, { asCapacity: true });
    expect(binding.map(({ capacityUpWh }) => capacityUpWh)).toEqual([null, 100_000, 46_765]);
  });

  it('a grid whose edge is missing is refused', async () => {
    const without = file('few.csv', 'edge_id,from,to,length_m,rating,rating_unit\nT,MV1,B1,,400,kVA\n');
    await expect(readGrid(NODES, without, { asCapacity: false })).rejects.toThrow('no edge between "B1" and "B2"');
  });

  it('members: panels by orientation, batteries', async () => {
    const [first, second] = await readMembers(MEMBERS);
    expect(first).toMatchObject({ code: 'H1', bus: 'B2', pvSystems: [], batteries: [], pvOrientation: null });
    expect(second?.pvSystems.map(({ peakPowerW, tiltDeg, azimuthDeg }) => [peakPowerW, tiltDeg, azimuthDeg])).toEqual([
      [4_100, 10, 90],
      [4_100, 10, 270],
    ]);
    expect(second?.batteries).toMatchObject([{ capacityWh: 10_000, powerW: 5_000 }]);
    const wrong = file('wrong.csv', 'household,node_id,pv_kwp,pv_orientation\nH1,B2,5,UP30\n');
    await expect(readMembers(wrong)).rejects.toThrow('line 2: pv_orientation "UP30"');
  });

  it('a file that is not there is named', async () => {
    await expect(readMembers(join(folder, 'nowhere.csv'))).rejects.toThrow('nowhere.csv cannot be read');
  });

  it('together they found a community', async () => {
    const body = await foundingBody({
      gridNodes: NODES,
      gridEdges: EDGES,
      members: MEMBERS,
      name: 'Testhausen',
      timeZone: 'Europe/Zurich',
      currency: 'CHF',
      gridOperator: 'Utility',
      strategy: 'never-lose',
      pricing: 'nodal',
      discountLevel: 'same-level',
      deadlineMinutes: '60',
      serviceLineM: '15',
      ratingCapacity: false,
    });
    expect(foundCommunityBody.parse(body)).toEqual(body);
    expect(body.grid.slice(3)).toMatchObject([
      { code: 'H1', parent: 'B2', kind: 'household', lengthM: 15, rating: 24.2, ratingUnit: 'kVA', capacityUpWh: null },
      { code: 'H2', parent: 'B2' },
    ]);
  });

  const convert = async (load: string, pv: string, ...more: string[]): Promise<string> => {
    const out = join(folder, 'out.csv');
    const paths = ['--load', load, '--pv', pv, '--members', MEMBERS, '--out', out];
    await convertCommand()
      .exitOverride()
      .parseAsync([...paths, ...more], { from: 'user' });
    return readFileSync(out, 'utf8');
  };
  const PV = file('pv.csv.gz', gzipSync('utc,EW10\n2015-06-01T10:00:00Z,0.1\n2015-06-01T10:15:00Z,1e-05\n'));

  it('wide series become readings, own use netted first, exactly', async () => {
    const load = file('load.csv', 'utc,H1,H2\n2015-06-01T10:00:00Z,0.0131,0.25\n2015-06-01T10:15:00Z,0,0.25\n');
    expect(await convert(load, PV)).toBe(
      [
        'node,start,importKwh,exportKwh,productionKwh',
        'H1,2015-06-01T10:00:00Z,0.0131,0,0',
        'H2,2015-06-01T10:00:00Z,0,0.57,0.82',
        'H1,2015-06-01T10:15:00Z,0,0,0',
        'H2,2015-06-01T10:15:00Z,0.249918,0,0.000082',
        '',
      ].join('\n'),
    );
  });

  it('a yield of another year is taken only when asked for', async () => {
    const load = file('later.csv', 'utc,H1,H2\n2021-06-01T10:00:00Z,0.1,0.1\n');
    await expect(convert(load, PV)).rejects.toThrow('has no yield for 2021-06-01T10:00:00Z');
    expect(await convert(load, PV, '--pv-any-year')).toContain('H2,2021-06-01T10:00:00Z,0,0.72,0.82');
  });

  it.each([
    ['utc,H1,H2\n2015-06-01T10:00:00Z,0.1\n', 'line 2: 2 columns, not 3'],
    ['utc,H1,H2\nyesterday,0.1,0.1\n', 'line 2: "yesterday" is no instant'],
    ['utc,H1,H2\n2015-06-01T10:00:00Z,-1,0.1\n', 'line 2: "-1" of H1 is no energy'],
    ['utc,H1\n2015-06-01T10:00:00Z,1\n', 'has no column "H2"'],
    ['', 'is empty'],
  ])('a series with a fault is refused by its line', async (content, message) => {
    await expect(convert(file('bad.csv', content), PV)).rejects.toThrow(message);
  });
});
