import { SMALL_GRID, smallFlows } from '../testing/small-grid';
import { directed, isNear, largestFlowWh, lineFlows } from './line-flows';

const lines = (index: number) => lineFlows(SMALL_GRID.nodes, smallFlows(), index);

describe('lineFlows', () => {
  it('gives each line its flow, and how much of the limit of its direction that is', () => {
    const [cabinet, house] = lines(0);
    expect(cabinet).toMatchObject({ flowWh: -1_700, shareBp: 8_500, peakBp: 8_500 });
    expect(isNear(cabinet?.shareBp ?? null)).toBe(true);
    expect(house).toMatchObject({ flowWh: 1_000, shareBp: 2_500 });
    expect(isNear(house?.shareBp ?? null)).toBe(false);
  });

  it('knows nothing of lines that are not shown, and of intervals that were not cleared', () => {
    expect(lines(0).map(({ flowWh }) => flowWh)).toEqual([-1_700, 1_000, null, null]);
    expect(lines(-1).map(({ flowWh }) => flowWh)).toEqual([null, null, null, null]);
    expect(lineFlows(SMALL_GRID.nodes, undefined, 0)).toHaveLength(4);
  });

  it('goes from where the energy comes to where it goes', () => {
    const [cabinet, house] = lines(0);
    expect(cabinet && directed(cabinet).from.label).toBe('Trafo Dorf');
    expect(house && directed(house).from.label).toBe('Lindenweg 3');
  });

  it('has a share without a limit nowhere, and none of a line that is switched off', () => {
    const nodes = SMALL_GRID.nodes.map((node) => ({ ...node, capacityUpWh: null, capacityDownWh: 0 }));
    expect(lineFlows(nodes, smallFlows(), 0).map(({ shareBp }) => shareBp)).toEqual([0, null, null, null]);
  });
});

describe('largestFlowWh', () => {
  it('is that of the day, in either direction', () => {
    expect(largestFlowWh(smallFlows())).toBe(1_700);
    expect(largestFlowWh(undefined)).toBe(1);
  });
});
