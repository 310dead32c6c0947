import { expectedEnergy } from '@ceex/solar';
import { demoCommunity, SimulatedMeters } from '@ceex/simulation';
import { intervalIndex, intervalStart } from '@ceex/units';
import { forecastAccuracy } from './forecast-accuracy';
import { forecastEnergy, type Basis } from './forecast-energy';
import { hourReadings, type HourReading, type MeterRow } from './hour-readings';
import { HOUR_MS, localHour } from './local-hours';

const ZONE = 'Europe/Zurich';
const DAY_MS = 24 * HOUR_MS;
/** A Monday. */
const START_MS = Date.parse('2026-06-01T00:00:00Z');
const SITE = { latitudeDeg: 47.4, longitudeDeg: 8.5 };
const ROOF = { peakPowerW: 10_000, tiltDeg: 30, azimuthDeg: 180, commissionedOn: '2024-01-01' };

const hoursFrom = (startMs: number, count: number) => Array.from({ length: count }, (_, at) => startMs + at * HOUR_MS);

/** Hours of a house that uses what `usedWh` says and makes what `madeWh` says. */
function historyOf(
  usedWh: (hour: HourReading) => number,
  madeWh: (startMs: number) => number = () => 0,
): HourReading[] {
  return hoursFrom(START_MS - 28 * DAY_MS, 28 * 24).map((startMs) => {
    const hour = { startMs, ...localHour(startMs, ZONE), importWh: 0, exportWh: 0, productionWh: 0, usedWh: 0 };
    const used = usedWh(hour);
    const made = madeWh(startMs);
    return {
      ...hour,
      usedWh: used,
      productionWh: made,
      importWh: Math.max(0, used - made),
      exportWh: Math.max(0, made - used),
    };
  });
}

const basisOf = (history: readonly HourReading[], systems: Basis['systems'] = []): Basis => ({
  history,
  systems,
  site: SITE,
  hasBattery: false,
  timeZone: ZONE,
});

describe('the forecast of a house', () => {
  it('repeats what it did at such hours, workdays and weekends apart', () => {
    const history = historyOf(({ hour, weekday }) => 100 + hour * 10 + (weekday >= 5 ? 1_000 : 0));
    const week = forecastEnergy(basisOf(history), hoursFrom(START_MS, 7 * 24));
    for (const { startMs, needWh, surplusWh, producedWh } of week) {
      const { hour, weekday } = localHour(startMs, ZONE);
      expect({ needWh, surplusWh, producedWh }).toEqual({
        needWh: 100 + hour * 10 + (weekday >= 5 ? 1_000 : 0),
        surplusWh: 0,
        producedWh: 0,
      });
    }
  });

  it('leans to the same weekday', () => {
    // Only on Mondays it washes; each of the four Mondays weighs as much as two of the sixteen other workdays.
    const history = historyOf(({ weekday }) => (weekday === 0 ? 800 : 0));
    const [monday] = forecastEnergy(basisOf(history), [START_MS + 12 * HOUR_MS]);
    const [tuesday] = forecastEnergy(basisOf(history), [START_MS + 36 * HOUR_MS]);
    expect([monday?.needWh, tuesday?.needWh]).toEqual([Math.round((800 * 8) / 24), Math.round((800 * 4) / 24)]);
  });

  it('takes production from the model, scaled to what the plants really made', () => {
    const model = (startMs: number) =>
      hoursFrom(startMs, 1).reduce((sum, ms) => {
        for (let at = 0; at < 4; at++) sum += expectedEnergy([ROOF], SITE, intervalIndex(ms) + at).usualWh;
        return sum;
      }, 0);
    const history = historyOf(
      () => 200,
      (startMs) => model(startMs) / 2,
    );
    const noonMs = START_MS + 11 * HOUR_MS;
    const [noon] = forecastEnergy(basisOf(history, [ROOF]), [noonMs]);
    expect(noon?.producedWh).toBe(Math.round(model(noonMs) / 2));
    expect(noon?.surplusWh).toBeGreaterThan((noon?.producedWh ?? 0) - 300);
    expect(noon?.needWh).toBe(0);
    // Plants that are not standing yet, or a site that is not known: what was made at such hours.
    const later = [{ ...ROOF, commissionedOn: '2027-01-01' }];
    for (const basis of [basisOf(history, later), { ...basisOf(history, [ROOF]), site: null }]) {
      const [hour] = forecastEnergy(basis, [noonMs]);
      expect(Math.abs((hour?.producedWh ?? 0) - model(noonMs) / 2)).toBeLessThan(0.05 * model(noonMs));
    }
  });

  it('of a house with a battery is what its meter counted', () => {
    // By night the battery gives what the house uses: the meter stands still.
    const history = historyOf(
      () => 300,
      () => 0,
    ).map((reading) => ({ ...reading, importWh: 0 }));
    const [withBattery] = forecastEnergy({ ...basisOf(history), hasBattery: true }, [START_MS]);
    const [without] = forecastEnergy(basisOf(history), [START_MS]);
    expect([withBattery?.needWh, without?.needWh]).toEqual([0, 150]);
  });

  it('is nothing without a past', () => {
    expect(forecastEnergy(basisOf([]), [START_MS])).toEqual([
      { startMs: START_MS, surplusWh: 0, needWh: 0, producedWh: 0 },
    ]);
  });

  it('is better than yesterday once more, for the houses of the demo in all seasons', () => {
    const demo = demoCommunity(1);
    const anchor = intervalIndex(Date.parse('2025-01-01T00:00:00Z'));
    const meters = new SimulatedMeters(demo, 1, anchor);
    const errors = { forecast: 0, naive: 0 };
    for (const month of ['03', '06', '09', '12']) {
      const startMs = Date.parse(`2025-${month}-10T00:00:00Z`);
      const { households } = meters.read(intervalIndex(startMs) - 28 * 96, 33 * 96);
      for (const [position, series] of households.entries()) {
        // Each third house is enough to tell.
        if (position % 3 !== 0) continue;
        const rows: MeterRow[] = Array.from(series.importWh, (importWh, at) => ({
          startsAt: new Date(intervalStart(intervalIndex(startMs) - 28 * 96 + at)),
          importWh,
          exportWh: series.exportWh[at] ?? 0,
          productionWh: series.productionWh[at] ?? 0,
        }));
        const hours = hourReadings(rows, ZONE);
        for (let day = 0; day < 5; day++) {
          const fromMs = startMs + day * DAY_MS;
          const before = hours.filter((hour) => hour.startMs < fromMs);
          const measured = hours.filter((hour) => hour.startMs >= fromMs && hour.startMs < fromMs + DAY_MS);
          const { systems = [], battery } = demo.households[position] ?? {};
          const hasBattery = battery !== undefined;
          const basis = { history: before, systems, site: demo.site, hasBattery, timeZone: ZONE };
          const forecast = forecastEnergy(
            basis,
            measured.map((hour) => hour.startMs),
          );
          for (const figure of ['importWh', 'exportWh'] as const) {
            const key = figure === 'importWh' ? 'needWh' : 'surplusWh';
            errors.forecast += forecastAccuracy(
              measured.map((hour, at) => ({ forecastWh: forecast[at]?.[key] ?? 0, measuredWh: hour[figure] })),
            ).meanErrorWh;
            errors.naive += forecastAccuracy(
              measured.map((hour, at) => ({ forecastWh: before.at(at - 24)?.[figure] ?? 0, measuredWh: hour[figure] })),
            ).meanErrorWh;
          }
        }
      }
    }
    expect(errors.forecast).toBeLessThan(0.9 * errors.naive);
  }, 60_000);
});
