import { Component, inject } from '@angular/core';
import { startOfLocalDay } from '@ceex/units';
import { Formats, Language, Notice, Skeleton, decimal } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { TradingStore } from '../store/trading-store';
import { compassPoint } from './azimuth';

const WATTS_PER_KILOWATT = 1_000;

/** The PV systems and batteries behind the household's meter. */
@Component({
  selector: 'ceex-plants-panel',
  imports: [Notice, Skeleton, TranslocoPipe],
  templateUrl: './plants-panel.html',
  styleUrl: './plants-panel.scss',
  host: { class: 'ceex-panel' },
})
export class PlantsPanel {
  protected readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  protected readonly compassPoint = compassPoint;

  /** W or Wh in thousands, with one decimal where it has one. */
  protected thousands(value: number): string {
    const size = value / WATTS_PER_KILOWATT;
    return decimal(size, Number.isInteger(size) ? 0 : 1, this.language.locale());
  }

  protected date(day: string): string {
    const timeZone = this.store.timeZone() ?? 'UTC';
    return this.formats.moment(startOfLocalDay(day, timeZone), 'date', timeZone);
  }
}
