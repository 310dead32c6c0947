import { Component, computed, inject, input } from '@angular/core';
import { PlantsClient, keepLast, toProblemError } from '@ceex/web-data-access';
import { EnergyPipe, Skeleton, TextPipe } from '@ceex/web-ui';
import { paced } from '../../replay/paced';
import { TradingStore } from '../../store/trading-store';
import { YearBars } from '../year-bars';
import { readPlant, type PlantFields } from './plant-fields';

/** What the PV system in the form can be expected to make in a year: follows while the roof is turned. */
@Component({
  selector: 'ceex-plant-preview',
  imports: [EnergyPipe, Skeleton, TextPipe, YearBars],
  template: `
    @if (problem(); as code) {
      <p role="status">{{ 'shell.problem.' + code | ceexText }}</p>
    } @else if (value(); as preview) {
      @if (preview.expectedYearWh !== null) {
        <p aria-live="polite">
          <strong>{{ preview.expectedYearWh | ceexEnergy }}</strong> {{ 'trading.plants.edit.expected' | ceexText }}
        </p>
        @if (preview.expectedMonthsWh; as months) {
          <ceex-year-bars [monthsWh]="months" />
        }
      } @else {
        <p>{{ 'trading.plants.noSite' | ceexText }}</p>
      }
    } @else if (asked()) {
      <ceex-skeleton height="5rem" />
    } @else {
      <p class="ceex-quiet">{{ 'trading.plants.edit.noPreview' | ceexText }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: start;
      gap: var(--ceex-space-1);
      min-height: 7.5rem;
    }
    strong {
      font: var(--mat-sys-headline-small);
    }
  `,
})
export class PlantPreview {
  readonly fields = input.required<PlantFields>();

  private readonly store = inject(TradingStore);
  private readonly wanted = computed(
    () => {
      // A name or a date changes nothing for the sun.
      const plant = readPlant({ ...this.fields(), name: '-', commissionedOn: '2000-01-01' });
      const nodeId = this.store.nodeId();
      if (nodeId === undefined || !('kind' in plant) || plant.kind !== 'pv-system') return undefined;
      const { peakPowerW, tiltDeg, azimuthDeg } = plant;
      return { nodeId, peakPowerW, tiltDeg, azimuthDeg };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly asked = paced(this.wanted, (): boolean => this.read.isLoading());
  private readonly read = inject(PlantsClient).preview(this.asked);

  protected readonly value = keepLast(this.read, () => this.asked()?.nodeId);
  protected readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined || this.read.isLoading() ? null : toProblemError(failure).code;
  });
}
