import { SMALL_GRID, smallFlows } from '../testing/small-grid';
import { flowColumns, flowRows } from './flow-table';
import type { Wording } from './flow-sentences';
import { lineFlows } from './line-flows';

const wording: Wording = {
  language: { translate: (key) => key.split('.').at(-1) ?? '' },
  formats: {
    energy: String,
    price: String,
    share: (part, whole) => `${(part / whole) * 100} %`,
    moment: String,
  },
  timeZone: 'Europe/Zurich',
  currency: 'CHF',
};
const rows = (index: number) =>
  flowRows(SMALL_GRID.nodes, lineFlows(SMALL_GRID.nodes, smallFlows(), index), smallFlows(), index, wording, 'en-CH');

describe('the table of flows', () => {
  it('has the root with its price, and each line that is shown in the direction of its flow', () => {
    expect(rows(0)).toEqual([
      ['Trafo Dorf', '–', '–', '–', '–', '14.1'],
      ['Trafo Dorf', 'Kabine Lindenweg', '1.70', '85 %', '85 %', '14.2'],
      ['Lindenweg 3', 'Kabine Lindenweg', '1.00', '25 %', '25 %', '14.2'],
    ]);
  });

  it('has no line where nothing was cleared', () => {
    expect(rows(-1)).toEqual([['Trafo Dorf', '–', '–', '–', '–', '–']]);
  });

  it('names its columns with their units', () => {
    expect(flowColumns(wording, 'en-CH').map(({ label }) => label)).toEqual([
      'from',
      'to',
      'energy (kWh)',
      'share',
      'peak',
      'price (Rp./kWh)',
    ]);
  });
});
