import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import type { Market } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { ServerClock } from '@ceex/web-data-access';
import { DataTable, Explained, Formats, Language, Notice, Skeleton } from '@ceex/web-ui';
import { CommunityStore } from '../community-store';
import { readInterval } from '../day/day-choice';
import { DayPicker } from '../day/day-picker';
import { Playback } from '../day/playback';
import { TimeSlider } from '../day/time-slider';
import {
  fullestSentence,
  intervalName,
  lineSentence,
  ownSentence,
  tradeSentence,
  type Wording,
} from '../flows/flow-sentences';
import { flowColumns, flowRows } from '../flows/flow-table';
import { firstToShow } from '../flows/interval-of-day';
import { lineFlows, type MapNode } from '../flows/line-flows';
import { NotLoaded } from '../not-loaded';
import { GridMap } from './grid-map';
import { MapLegend } from './map-legend';

/** The address follows the slider once it rests. */
const REST_MS = 400;

/** The grid on a day: the map, the slider that goes through the day, and what there is to see in words and figures. */
@Component({
  selector: 'ceex-grid-panel',
  imports: [DataTable, DayPicker, Explained, GridMap, MapLegend, Notice, NotLoaded, Skeleton, TimeSlider],
  providers: [Playback],
  templateUrl: './grid-panel.html',
  styleUrl: './grid-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GridPanel {
  readonly nodes = input.required<readonly MapNode[]>();
  readonly market = input.required<Market>();
  /** `?interval=` */
  readonly interval = input<string>();

  protected readonly store = inject(CommunityStore);
  protected readonly playback = inject(Playback);
  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  /** The last place that this page wrote to the address: it need not be read from there again. */
  private written: string | undefined;
  private begunDay: Day | undefined;
  private latest = 0;
  /** Whether somebody moved the slider: only then is its place worth keeping in the address. */
  private chosen = false;

  protected readonly current = computed(() => this.store.intervals()[this.playback.at()]);
  private readonly index = computed(() => this.current()?.index ?? -1);
  protected readonly lines = computed(() => lineFlows(this.nodes(), this.store.flows(), this.index()));
  protected readonly selected = linkedSignal<readonly MapNode[], number | undefined>({
    source: this.nodes,
    computation: (nodes, before) => (nodes.some(({ nodeId }) => nodeId === before?.value) ? before?.value : undefined),
  });
  /** Lines that nobody but the operator may see; known once there are flows. */
  protected readonly hidden = computed(() => {
    const flows = this.store.flows();
    return flows === undefined ? 0 : this.lines().length - flows.edges.length;
  });

  protected readonly due = computed(() => {
    const { nextClearingAt, timeZone } = this.market();
    return this.formats.recent(Date.parse(nextClearingAt), this.clock.now(), timeZone);
  });

  private readonly wording = computed((): Wording => {
    const { timeZone, currency } = this.market();
    return { language: this.language, formats: this.formats, timeZone, currency };
  });
  protected readonly time = computed(() => {
    const current = this.current();
    return current === undefined ? '' : intervalName(current, this.wording());
  });
  protected readonly trade = computed(() => {
    const current = this.current();
    return current === undefined ? '' : tradeSentence(current, this.store.flows(), this.wording());
  });
  protected readonly more = computed(() =>
    [
      ownSentence(this.lines(), this.store.ownIds(), this.wording()),
      fullestSentence(this.lines(), this.wording()),
    ].join(' '),
  );
  protected readonly picked = computed(() => {
    const [id, wording] = [this.selected(), this.wording()];
    const node = this.nodes().find(({ nodeId }) => nodeId === id);
    if (node === undefined) return '';
    const line = this.lines().find((candidate) => candidate.node === node);
    const prices = this.store.flows()?.prices.find(({ nodeId }) => nodeId === id)?.pricesMicroPerKwh;
    const price = prices?.[this.index()] ?? null;
    const kind = this.language.translate(`community.kind.${node.kind}`);
    return [
      `${node.label} (${kind}).`,
      line === undefined || this.index() < 0 ? '' : lineSentence(line, wording),
      price === null
        ? ''
        : this.language.translate('community.flow.nodePrice', { price: this.formats.price(price, wording.currency) }),
    ].join(' ');
  });

  protected readonly columns = computed(() => flowColumns(this.wording(), this.language.locale()));
  protected readonly rows = computed(() =>
    flowRows(this.nodes(), this.lines(), this.store.flows(), this.index(), this.wording(), this.language.locale()),
  );

  constructor() {
    // A new day, or an address that says so, moves the slider; an answer that only adds to the day does not.
    effect(() => {
      const [asked, day, loaded] = [this.interval(), this.store.day(), this.store.flows() !== undefined];
      if (!loaded || day === undefined) return;
      untracked(() => this.begin(asked, day));
    });
    effect((onCleanup) => {
      const at = this.playback.at();
      if (this.playback.playing() || this.begunDay === undefined) return;
      const timer = setTimeout(() => this.write(at), REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private begin(asked: string | undefined, day: Day): void {
    const intervals = this.store.intervals();
    const [at, first] = [readInterval(asked, intervals.length), firstToShow(intervals)];
    const stays = day === this.begunDay && (asked === this.written || at === undefined);
    // Whoever looks at the latest interval goes on with the next one.
    const follows = asked === undefined && !this.playback.playing() && this.playback.at() === this.latest;
    this.latest = first;
    if (stays && !follows) return;
    this.playback.pause();
    this.begunDay = day;
    this.written = asked;
    this.chosen = false;
    this.playback.show(at ?? first);
  }

  private write(at: number): void {
    const text = `${at}`;
    if (!this.chosen || text === this.written) return;
    this.written = text;
    this.navigate({ interval: text });
  }

  protected choose(at: number): void {
    this.playback.pause();
    this.chosen = true;
    this.playback.show(at);
  }

  protected chooseDay(day: Day): void {
    this.playback.pause();
    this.navigate({ day: day === this.store.lastDay() ? null : day, interval: null });
  }

  protected play(): void {
    if (this.playback.playing()) return this.playback.pause();
    const intervals = this.store.intervals();
    const first = intervals.findIndex(({ index }) => index >= 0);
    this.chosen = true;
    this.playback.play(
      first,
      intervals.findLastIndex(({ index }) => index >= 0),
    );
  }

  private navigate(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
