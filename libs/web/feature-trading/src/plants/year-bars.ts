import { Component, computed, inject, input } from '@angular/core';
import { startOfLocalDay, type Wh } from '@ceex/units';
import { Formats, Language } from '@ceex/web-ui';

/** The months of a year as twelve small bars with their letters, January first; a reader hears the figures. */
@Component({
  selector: 'ceex-year-bars',
  template: `
    <ol [attr.aria-label]="language.translate('trading.plants.byMonth')">
      @for (month of months(); track $index) {
        <li>
          <span class="bar" aria-hidden="true"><span [style.height.%]="month.percent"></span></span>
          <span aria-hidden="true">{{ month.letter }}</span>
          <span class="ceex-hidden">{{ month.name }}: {{ month.text }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: 4px;
      max-width: 26rem;
      margin: 0;
      padding: 0;
      list-style: none;
      font: var(--mat-sys-label-small);
      color: var(--mat-sys-on-surface-variant);
      text-align: center;
    }
    li {
      position: relative;
    }
    .bar {
      display: flex;
      align-items: flex-end;
      height: 48px;
    }
    .bar span {
      width: 100%;
      min-height: 1px;
      border-radius: 3px 3px 0 0;
      background: var(--ceex-sun);
    }
  `,
})
export class YearBars {
  readonly monthsWh = input.required<readonly Wh[]>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  protected readonly months = computed(() => {
    const largest = Math.max(1, ...this.monthsWh());
    return this.monthsWh().map((energyWh, index) => {
      const first = startOfLocalDay(`2026-${String(index + 1).padStart(2, '0')}-01`, 'UTC');
      const name = this.formats.moment(first, 'shortMonth', 'UTC');
      const letter = name.slice(0, 1).toUpperCase();
      return { name, letter, text: this.formats.energy(energyWh), percent: (energyWh / largest) * 100 };
    });
  });
}
