import { Component, inject } from '@angular/core';
import { Skeleton, TextPipe } from '@ceex/web-ui';
import { ForecastPanel } from './forecast/forecast-panel';
import { Leaving } from './leaving/leaving';
import { NeighboursPanel } from './neighbours/neighbours-panel';
import { NowPanel } from './now/now-panel';
import { PlantsPanel } from './plants/plants-panel';
import { PricePanel } from './price/price-panel';
import { ProfilePanel } from './profile/profile-panel';
import { KeptReplays } from './replay/kept-replays';
import { ReplayStore } from './replay/replay-store';
import { StrategyDraft } from './store/strategy-draft';
import { TradingStore } from './store/trading-store';
import { SaveBar } from './strategy/save-bar';
import { StrategyCards } from './strategy/strategy-cards';
import { WhyPanel } from './why/why-panel';

/** The first screen of a household: the state now, its price and strategy, why, with whom, and what it is. */
@Component({
  selector: 'ceex-trading',
  imports: [
    ForecastPanel,
    NeighboursPanel,
    NowPanel,
    PlantsPanel,
    PricePanel,
    ProfilePanel,
    SaveBar,
    StrategyCards,
    TextPipe,
    Skeleton,
    WhyPanel,
  ],
  templateUrl: './trading.html',
  styleUrl: './trading.scss',
  providers: [TradingStore, StrategyDraft, KeptReplays, ReplayStore, Leaving],
  host: { '(window:beforeunload)': 'leaving.warn($event)' },
})
export class Trading {
  protected readonly leaving = inject(Leaving);

  /** Asks what is to become of changes that are not saved. For the route's `canDeactivate`. */
  mayLeave(): Promise<boolean> {
    return this.leaving.mayLeave();
  }
}
