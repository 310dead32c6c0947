import { fieldsOf, newPlant, readPlant } from './plant-fields';

const roof = { name: 'South', peakPowerW: 5_700, azimuthDeg: 123, tiltDeg: 29, commissionedOn: '2023-06-04' };
const cell = { name: 'Cellar', capacityWh: 5_500, powerW: 2_750 };

describe('readPlant', () => {
  it('reads what it shows', () => {
    expect(readPlant(fieldsOf({ plantId: 1, expectedYearWh: null, ...roof }))).toEqual({ kind: 'pv-system', ...roof });
    expect(readPlant(fieldsOf({ plantId: 2, ...cell }))).toEqual({ kind: 'battery', ...cell });
  });

  it('takes a comma for a point', () => {
    expect(readPlant({ ...newPlant('battery', '2026-11-22'), name: 'B', capacity: '5,5', power: '2' })).toMatchObject({
      capacityWh: 5_500,
      powerW: 2_000,
    });
  });

  it('names the fields that are not right', () => {
    const fields = { ...newPlant('pv-system', '2026-11-22'), peakPower: 'much', tilt: '91', azimuth: '12.5' };
    expect([...(readPlant(fields) as string[])].sort()).toEqual(['azimuth', 'name', 'peakPower', 'tilt']);
    expect(readPlant({ ...newPlant('pv-system', 'soon'), name: 'P', peakPower: '5' })).toEqual(['commissionedOn']);
  });
});
