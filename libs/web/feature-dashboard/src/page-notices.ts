import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { NodeMetrics } from '@ceex/contracts';
import { INTERVAL_MS } from '@ceex/units';
import { decimal, Formats, Language, Notice } from '@ceex/web-ui';
import { gapOf } from './figures/coverage';

const HOUR_MS = 3_600_000;

/** What is to be known about the figures on the page: not refreshed, not complete, later ones missing. */
@Component({
  selector: 'ceex-page-notices',
  imports: [Notice],
  template: `
    @if (problem()) {
      <ceex-notice
        kind="offline"
        [heading]="language.translate('dashboard.notRefreshed.heading')"
        [text]="problem()"
        [actionLabel]="language.translate('dashboard.error.retry')"
        (action)="retry.emit()"
      />
    }
    @if (staleText()) {
      <ceex-notice kind="stale" [heading]="staleText()" [text]="language.translate('dashboard.stale.text')" />
    }
    @if (estimatedText()) {
      <ceex-notice kind="estimated" [text]="estimatedText()" />
    }
    @if (gapText()) {
      <ceex-notice kind="stale" [text]="gapText()" />
    }
  `,
  styles: ':host { display: grid; gap: var(--ceex-space-2); } :host:empty { display: none; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageNotices {
  /** Why the figures could not be refreshed, in words; empty while all is well. */
  readonly problem = input.required<string>();
  readonly metrics = input<NodeMetrics>();
  /** Of how many nodes the figures are. */
  readonly nodes = input.required<number>();
  /** Up to when there are figures where later ones are due. */
  readonly staleSinceMs = input.required<number | null>();
  readonly nowMs = input.required<number>();
  readonly retry = output<void>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  protected readonly staleText = computed(() => {
    const [sinceMs, metrics] = [this.staleSinceMs(), this.metrics()];
    if (sinceMs === null || metrics === undefined) return '';
    const until = this.formats.recent(sinceMs, this.nowMs(), metrics.timeZone);
    return this.language.translate('dashboard.stale.heading', { until });
  });

  protected readonly gapText = computed(() => {
    const metrics = this.metrics();
    const gap = metrics && gapOf(metrics, this.nodes());
    if (!gap) return '';
    if (gap.kind === 'begins') {
      const begin = this.formats.moment(gap.startMs, 'date', metrics.timeZone);
      return this.language.translate('dashboard.gap.begins', { begin });
    }
    return this.language.translate('dashboard.gap.missing', { hours: this.hours(gap.intervals) });
  });

  protected readonly estimatedText = computed(() => {
    const intervals = this.metrics()?.estimatedIntervals ?? 0;
    return intervals === 0 ? '' : this.language.translate('dashboard.estimated', { hours: this.hours(intervals) });
  });

  /** Quarters of an hour as hours: `11.25`, `3`. */
  private hours(intervals: number): string {
    const hours = (intervals * INTERVAL_MS) / HOUR_MS;
    return decimal(hours, Number.isInteger(hours) ? 0 : 2, this.language.locale());
  }
}
