import { Injectable, computed, effect, inject, signal, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { formatInstant, INTERVAL_MS, startOfLocalDay } from '@ceex/units';
import {
  CurrentNode,
  keepLast,
  MetricsClient,
  NodeClient,
  ServerClock,
  Session,
  toProblemError,
  watchClearing,
  type MetricsQuery,
} from '@ceex/web-data-access';
import { forkJoin, map } from 'rxjs';
import { addMetrics } from './figures/add-metrics';
import { nodesOfCommunity, nodesToShow } from './nodes/node-choice';
import { isComparable, periodBefore } from './period/period-before';
import { daysOf, metricsQuery, type RangeChoice } from './range/dashboard-range';
import { isStale } from './range/freshness';

/** What an address asks the dashboard for. */
export interface DashboardChoice {
  readonly range: RangeChoice;
  /** Compared with the period before? */
  readonly compare: boolean;
  /** `all` for the sum of the user's nodes. */
  readonly node: string | undefined;
}

interface Asked extends MetricsQuery {
  readonly nodeIds: readonly number[];
}

const sameText = { equal: (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b) };

/** The figures of the nodes on the screen over the range in the address; they follow every new clearing. */
@Injectable()
export class DashboardStore {
  private readonly clock = inject(ServerClock);
  private readonly client = inject(MetricsClient);
  private readonly node = inject(CurrentNode);
  private readonly session = inject(Session);
  private readonly profileRead = inject(NodeClient).profile(() => this.node.nodeId());

  private readonly asked = signal<DashboardChoice | undefined>(undefined);
  /** The moment the range was last laid on the calendar. */
  private readonly nowMs = signal(this.clock.now());

  readonly profile = computed(() => (this.profileRead.hasValue() ? this.profileRead.value() : undefined));
  /** The user's nodes in the community on the screen. */
  readonly ownNodes = computed(() => nodesOfCommunity(this.session.nodes(), this.node.communityId()), sameText);
  readonly nodeIds = computed(() => nodesToShow(this.asked()?.node, this.node.nodeId(), this.ownNodes()), sameText);

  readonly range = computed(() => {
    const [choice, timeZone] = [this.asked()?.range, this.profile()?.timeZone];
    if (choice === undefined || timeZone === undefined) return undefined;
    const days = daysOf(choice, this.nowMs(), timeZone);
    const startMs = startOfLocalDay(days.startDay, timeZone);
    const endMs = startOfLocalDay(days.endDay, timeZone);
    return { name: choice.name, timeZone, days, startMs, endMs };
  }, sameText);

  private readonly query = computed((): Asked | undefined => {
    const [nodeIds, range] = [this.nodeIds(), this.range()];
    return nodeIds.length === 0 || range === undefined ? undefined : { nodeIds, ...metricsQuery(range.days) };
  }, sameText);

  private readonly resource = rxResource({ params: () => this.query(), stream: ({ params }) => this.sum(params) });
  readonly metrics = keepLast(this.resource, () => this.query());

  /** The period that the range is compared with; undefined while that is not known or not asked for. */
  readonly period = computed(() => {
    const [metrics, range] = [this.metrics(), this.range()];
    if (!this.asked()?.compare || !metrics?.dataUntil || range === undefined) return undefined;
    const dataUntilMs = Date.parse(metrics.dataUntil);
    if (dataUntilMs <= range.startMs) return undefined;
    return periodBefore(range.name, range.days, dataUntilMs, range.timeZone);
  }, sameText);

  private readonly beforeQuery = computed((): Asked | undefined => {
    const [nodeIds, period] = [this.nodeIds(), this.period()];
    if (period === undefined || period.endMs <= period.startMs) return undefined;
    const [startDate, endDate] = [formatInstant(period.startMs), formatInstant(period.endMs)];
    return { nodeIds, startDate, endDate, resolution: 'month' };
  }, sameText);

  private readonly beforeRead = rxResource({
    params: () => this.beforeQuery(),
    stream: ({ params }) => this.sum(params),
  });

  /** The sums of the period before: undefined while they load, null where it has too few (or they did not come). */
  readonly before = computed(() => {
    if (this.beforeRead.error()) return null;
    if (!this.beforeRead.hasValue()) return undefined;
    const { totals } = this.beforeRead.value();
    return isComparable(totals.intervals, this.metrics()?.totals.intervals ?? 0) ? totals : null;
  });

  /** Why there are no fresh figures, as a code to translate; undefined while all is well. */
  readonly problem = computed(() => {
    const failure = this.profileRead.error() ?? this.resource.error();
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

  /** Shows what an address asks for. */
  show(choice: DashboardChoice): void {
    this.asked.set(choice);
  }

  reload(): void {
    this.nowMs.set(this.clock.now());
    if (this.profileRead.error()) this.profileRead.reload();
    this.resource.reload();
  }

  /** The moment "today" and "yesterday" are told from. */
  now(): number {
    return this.nowMs();
  }

  private sum({ nodeIds, ...query }: Asked) {
    return forkJoin(nodeIds.map((nodeId) => this.client.metrics(nodeId, query))).pipe(map(addMetrics));
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
