import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { startOfLocalDay } from '@ceex/units';
import { ChoiceLinks, Explained, Formats, Language, Notice, painted, Skeleton, Tile } from '@ceex/web-ui';
import { CommunityStore } from './community-store';
import { communityTiles } from './figures/community-tiles';
import { GridPanel } from './grid/grid-panel';
import { MarketHistory } from './history/market-history';
import { NotLoaded } from './not-loaded';
import { COMMUNITY_RANGES, readCommunityRange } from './range/community-range';

/** The community: its grid on a day, its figures and its market. Day, interval and range are in the address. */
@Component({
  selector: 'ceex-community',
  imports: [ChoiceLinks, Explained, GridPanel, MarketHistory, Notice, NotLoaded, Skeleton, Tile],
  providers: [CommunityStore],
  templateUrl: './community.html',
  styleUrl: './community.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Community {
  // From the router: the query parameters of these names.
  readonly day = input<string>();
  readonly interval = input<string>();
  readonly range = input<string>();

  protected readonly store = inject(CommunityStore);
  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);

  protected readonly rangeName = computed(() => readCommunityRange(this.range()));
  protected readonly ranges = computed(() =>
    COMMUNITY_RANGES.map((name) => ({
      label: this.language.translate(`community.range.${name}`),
      params: { range: name },
      current: name === this.rangeName(),
    })),
  );
  protected readonly days = computed(() => {
    const [days, market] = [this.store.days(), this.store.market()];
    if (days === undefined || market === undefined) return '';
    const { timeZone } = market;
    const startMs = (day: string) => startOfLocalDay(day, timeZone);
    return this.formats.days(startMs(days.firstDay), startMs(days.lastDay), timeZone);
  });
  protected readonly tiles = computed(() => {
    const history = this.store.history();
    return history && communityTiles({ history, formats: this.formats, language: this.language });
  });

  /** The map is on the screen before the figures below it are built. */
  protected readonly mapShown = painted(() => this.store.grid() !== undefined && this.store.market() !== undefined);

  constructor() {
    effect(() => this.store.show({ day: this.day(), range: this.rangeName() }));
  }
}
