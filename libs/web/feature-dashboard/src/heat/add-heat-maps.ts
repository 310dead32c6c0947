import { HEAT_FIGURES, type HeatDay, type NodeHeatMap } from '@ceex/contracts';
import { sum } from './heat-choice';

function addDay(a: HeatDay, b: HeatDay): HeatDay {
  const figures = HEAT_FIGURES.map((figure) => [figure, a[figure].map((wh, hour) => sum(wh, b[figure][hour] ?? null))]);
  return { ...a, ...(Object.fromEntries(figures) as Partial<HeatDay>) };
}

/** The days of several nodes as those of one, exactly. */
export function addHeatMaps(answers: readonly NodeHeatMap[]): HeatDay[] {
  const days = new Map<string, HeatDay>();
  for (const day of answers.flatMap((answer) => answer.days)) {
    const held = days.get(day.day);
    days.set(day.day, held === undefined ? day : addDay(held, day));
  }
  return [...days.values()];
}
