import { Component, computed, inject } from '@angular/core';
import { INTERVAL_MS } from '@ceex/units';
import { ServerClock } from '@ceex/web-data-access';
import { EnergyBar, Formats, Language, Notice, Skeleton, TextPipe } from '@ceex/web-ui';
import { SentenceWriter } from '../sentences/sentence-writer';
import { TradingStore } from '../store/trading-store';
import { Countdown } from './countdown';
import { LiveMark } from './live-mark';
import { energyRows } from './energy-rows';
import { comparison, nowSentence } from './now-sentence';

/** Readings may be a while on their way; after this they are missed. */
const STALE_MS = 2 * 3_600_000;

/** The state in one glance: what the household did in the last cleared interval, and when the next one clears. */
@Component({
  selector: 'ceex-now-panel',
  imports: [Countdown, EnergyBar, LiveMark, Notice, Skeleton, TextPipe],
  templateUrl: './now-panel.html',
  styleUrl: './now-panel.scss',
})
export class NowPanel {
  protected readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly writer = inject(SentenceWriter);
  private readonly clock = inject(ServerClock);

  protected readonly interval = computed(() => this.store.now.value()?.interval ?? null);

  protected readonly when = computed(() => {
    const [interval, timeZone] = [this.interval(), this.store.timeZone()];
    if (!interval || !timeZone) return '';
    const startMs = Date.parse(interval.start);
    const end = this.formats.moment(startMs + INTERVAL_MS, 'time', timeZone);
    return `${this.formats.recent(startMs, this.clock.now(), timeZone)}–${end}`;
  });

  /** Until when there are readings, where they are long overdue. */
  protected readonly staleSince = computed(() => {
    const [now, interval, timeZone] = [this.store.now.value(), this.interval(), this.store.timeZone()];
    if (!now || !interval || !timeZone) return null;
    const endMs = Date.parse(interval.start) + INTERVAL_MS;
    const overdue = Date.parse(now.nextClearingAt) - endMs > STALE_MS;
    return overdue ? this.formats.recent(endMs, this.clock.now(), timeZone) : null;
  });

  protected readonly headline = computed(() => {
    const interval = this.interval();
    return interval === null ? '' : this.writer.write(nowSentence(interval), this.store.currency());
  });

  protected readonly comparison = computed(() => {
    const [interval, ruler] = [this.interval(), this.store.market.value()?.ruler];
    const sentence = interval && ruler ? comparison(interval, ruler) : null;
    return sentence === null ? null : this.writer.write(sentence, this.store.currency());
  });

  protected readonly rows = computed(() => {
    const interval = this.interval();
    if (interval === null) return [];
    const text = (name: string) => this.language.translate(`trading.energy.${name}`);
    return energyRows(interval, {
      used: text('used'),
      produced: text('produced'),
      own: text('own'),
      ownUse: text('ownUse'),
      neighbours: text('neighbours'),
      utility: text('utility'),
    });
  });

  /** When the first clearing is due, for a community that has none yet. */
  protected readonly firstDue = computed(() => {
    const [now, timeZone] = [this.store.now.value(), this.store.timeZone()];
    return now && timeZone ? this.formats.moment(Date.parse(now.nextClearingAt), 'time', timeZone) : '';
  });
}
