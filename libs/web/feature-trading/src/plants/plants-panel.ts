import { Component, Injector, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { NodePlants, Plant } from '@ceex/contracts';
import { localDay, startOfLocalDay } from '@ceex/units';
import { ServerClock } from '@ceex/web-data-access';
import { Formats, Language, Notice, Skeleton, TextPipe, decimal } from '@ceex/web-ui';
import { TradingStore } from '../store/trading-store';
import { compassPoint } from './azimuth';
import type { EditedPlant } from './editor/plant-editor';
import { PlantDay } from './plant-day';
import { PlantsStore } from './plants-store';
import { YearBars } from './year-bars';

const WATTS_PER_KILOWATT = 1_000;

/** The PV systems and batteries behind the household's meter: what they are, what to expect of them, and changes. */
@Component({
  selector: 'ceex-plants-panel',
  imports: [MatButton, Notice, PlantDay, Skeleton, TextPipe, YearBars],
  templateUrl: './plants-panel.html',
  styleUrl: './plants-panel.scss',
  providers: [PlantsStore],
  host: { class: 'ceex-panel' },
})
export class PlantsPanel {
  protected readonly plants = inject(PlantsStore);
  private readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly clock = inject(ServerClock);
  private readonly injector = inject(Injector);
  protected readonly compassPoint = compassPoint;

  /** What a usual year brings, beside what the last one did. */
  protected readonly year = computed(() => {
    const plants = this.plants.value();
    if (plants === undefined || plants.expectedYearWh === null || plants.pvSystems.length === 0) return null;
    return {
      expected: this.formats.energy(plants.expectedYearWh),
      produced: this.formats.energy(plants.producedLastTwelveMonthsWh),
    };
  });

  /** W or Wh in thousands, with one decimal where it has one. */
  protected thousands(value: number): string {
    const size = value / WATTS_PER_KILOWATT;
    return decimal(size, Number.isInteger(size) ? 0 : 1, this.language.locale());
  }

  protected energy(energyWh: number): string {
    return this.formats.energy(energyWh);
  }

  protected date(day: string): string {
    const timeZone = this.store.timeZone() ?? 'UTC';
    return this.formats.moment(startOfLocalDay(day, timeZone), 'date', timeZone);
  }

  protected async add(kind: Plant['kind']): Promise<void> {
    const { newPlant } = await import('./editor/plant-fields');
    const today = localDay(this.clock.now(), this.store.timeZone() ?? 'UTC');
    await this.open({ plantId: null, fields: newPlant(kind, today) });
  }

  protected async edit(plant: NodePlants['pvSystems'][number] | NodePlants['batteries'][number]): Promise<void> {
    const { fieldsOf } = await import('./editor/plant-fields');
    await this.open({ plantId: plant.plantId, fields: fieldsOf(plant) });
  }

  private async open(data: EditedPlant): Promise<void> {
    const [{ MatDialog }, { PlantEditor }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./editor/plant-editor'),
    ]);
    this.injector.get(MatDialog).open(PlantEditor, {
      data,
      injector: this.injector,
      width: '34rem',
      maxWidth: 'calc(100vw - 16px)',
      maxHeight: 'calc(100dvh - 16px)',
      autoFocus: 'input',
    });
  }
}
