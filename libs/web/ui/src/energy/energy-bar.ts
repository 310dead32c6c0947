import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Wh } from '@ceex/units';
import { EnergyPipe } from '../format/format-pipes';
import type { EnergyMeaning } from './meaning';
import { Swatch } from './swatch';

/** A part of a bar: `own` production, `neighbours` or `utility`, with its name on the screen. */
export interface EnergyPart {
  readonly meaning: EnergyMeaning;
  readonly label: string;
  readonly energyWh: Wh;
}

/** One bar, such as all energy that came in, or all that went out. */
export interface EnergyBarRow {
  readonly label: string;
  readonly parts: readonly EnergyPart[];
}

/**
 * Energy as bars of one scale, each with its parts named below it. Two rows whose totals are equal (in = out) are
 * equally long. Parts without energy are left out.
 */
@Component({
  selector: 'ceex-energy-bar',
  imports: [EnergyPipe, Swatch],
  templateUrl: './energy-bar.html',
  styleUrls: ['./meaning.css', './energy-bar.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnergyBar {
  readonly rows = input.required<readonly EnergyBarRow[]>();

  protected readonly bars = computed(() => {
    const totals = this.rows().map(({ parts }) => parts.reduce((sum, { energyWh }) => sum + energyWh, 0));
    const largest = Math.max(1, ...totals);
    return this.rows().map(({ label, parts }, index) => ({
      label,
      totalWh: totals[index] ?? 0,
      parts: parts
        .filter(({ energyWh }) => energyWh > 0)
        .map((part) => ({ ...part, percent: (part.energyWh / largest) * 100 })),
    }));
  });
}
