import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EnergyMeaning } from './meaning';
import { Swatch } from './swatch';

export interface LegendItem {
  readonly meaning: EnergyMeaning;
  readonly label: string;
}

/** What the colours and patterns of a chart mean. */
@Component({
  selector: 'ceex-legend',
  imports: [Swatch],
  template: `<ul>
    @for (item of items(); track item.meaning) {
      <li><ceex-swatch [meaning]="item.meaning" /> {{ item.label }}</li>
    }
  </ul>`,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--ceex-space-half) var(--ceex-space-2);
      margin: 0;
      padding: 0;
      list-style: none;
      font: var(--mat-sys-body-medium);
    }

    li {
      display: flex;
      align-items: center;
      gap: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Legend {
  readonly items = input.required<readonly LegendItem[]>();
}
