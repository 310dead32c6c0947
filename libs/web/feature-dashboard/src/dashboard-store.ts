import { Injectable, computed, effect, inject, signal, type Signal } from '@angular/core';
import { INTERVAL_MS, localRange, startOfLocalDay, type LocalRangeName } from '@ceex/units';
import {
  CurrentNode,
  keepLast,
  MetricsClient,
  NodeClient,
  ServerClock,
  toProblemError,
  watchClearing,
} from '@ceex/web-data-access';
import { isStale } from './range/freshness';
import { metricsQuery } from './range/dashboard-range';

/** The figures of the node on the screen over the range in the address; they follow every new clearing. */
@Injectable()
export class DashboardStore {
  private readonly clock = inject(ServerClock);
  private readonly node = inject(CurrentNode);
  private readonly profile = inject(NodeClient).profile(() => this.node.nodeId());

  private readonly asked = signal<LocalRangeName | undefined>(undefined);
  /** The moment the range was last laid on the calendar. */
  private readonly nowMs = signal(this.clock.now());

  private readonly timeZone = computed(() => (this.profile.hasValue() ? this.profile.value().timeZone : undefined));

  readonly range = computed(() => {
    const [name, timeZone] = [this.asked(), this.timeZone()];
    if (name === undefined || timeZone === undefined) return undefined;
    const days = localRange(name, this.nowMs(), timeZone);
    const startMs = startOfLocalDay(days.startDay, timeZone);
    const endMs = startOfLocalDay(days.endDay, timeZone);
    return { name, timeZone, days, startMs, endMs };
  });

  private readonly query = computed(
    () => {
      const [nodeId, range] = [this.node.nodeId(), this.range()];
      return nodeId === undefined || range === undefined ? undefined : metricsQuery(nodeId, range.name, range.days);
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  private readonly resource = inject(MetricsClient).metrics(() => this.query());

  readonly metrics = keepLast(this.resource, () => this.query());

  /** Why there are no fresh figures, as a code to translate; undefined while all is well. */
  readonly problem = computed(() => {
    const failure = this.profile.error() ?? this.resource.error();
    return failure === undefined ? undefined : toProblemError(failure).code;
  });

  /** Up to when there are figures, where they should reach further by now. Milliseconds. */
  readonly staleSinceMs: Signal<number | null> = computed(() => {
    const [metrics, range] = [this.metrics(), this.range()];
    if (!metrics?.dataUntil || !range) return null;
    const dataUntilMs = Date.parse(metrics.dataUntil);
    return isStale(dataUntilMs, range.endMs, this.nowMs()) ? dataUntilMs : null;
  });

  constructor() {
    effect(() => {
      this.asked();
      this.nowMs.set(this.clock.now());
    });
    watchClearing(
      () => this.rhythm(),
      () => this.reload(),
    );
  }

  /** Shows another range. */
  show(range: LocalRangeName): void {
    this.asked.set(range);
  }

  reload(): void {
    this.nowMs.set(this.clock.now());
    if (this.profile.error()) this.profile.reload();
    this.resource.reload();
  }

  /** The moment "today" and "yesterday" are told from. */
  now(): number {
    return this.nowMs();
  }

  /** The market's rhythm, as long as the range on the screen goes on. */
  private readonly rhythm = computed(() => {
    const [metrics, range] = [this.metrics(), this.range()];
    if (!metrics?.dataUntil || !range || range.endMs <= this.nowMs()) return undefined;
    const dataUntilMs = Date.parse(metrics.dataUntil);
    const [lastMs, nextMs] = [dataUntilMs - INTERVAL_MS, dataUntilMs + INTERVAL_MS];
    return { lastStart: new Date(lastMs).toISOString(), nextClearingAt: new Date(nextMs).toISOString() };
  });
}
