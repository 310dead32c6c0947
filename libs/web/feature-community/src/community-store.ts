import { Injectable, computed, inject, signal } from '@angular/core';
import type { CommunityFlows } from '@ceex/contracts';
import { localDay, previousDay, startOfLocalDay, localRange, type Day } from '@ceex/units';
import {
  CommunityClient,
  CurrentNode,
  keepLast,
  MarketClient,
  ServerClock,
  Session,
  toProblemError,
  watchMarket,
} from '@ceex/web-data-access';
import { readDay } from './day/day-choice';
import { intervalsOfDay } from './flows/interval-of-day';
import { largestFlowWh } from './flows/line-flows';
import type { CommunityRangeName } from './range/community-range';

/** What an address asks the page for. */
export interface CommunityChoice {
  readonly day: string | undefined;
  readonly range: CommunityRangeName;
}

/** The community of the user's node (an operator's own) on a day and over a range; follows every new clearing. */
@Injectable()
export class CommunityStore {
  private readonly node = inject(CurrentNode);
  private readonly session = inject(Session);
  private readonly clock = inject(ServerClock);
  private readonly client = inject(CommunityClient);

  private readonly asked = signal<CommunityChoice | undefined>(undefined);
  readonly communityId = computed(() => this.node.communityId() ?? this.session.operates()[0]);
  readonly ownIds = computed(
    () =>
      new Set(
        this.session
          .nodes()
          .filter(({ communityId }) => communityId === this.communityId())
          .map(({ nodeId }) => nodeId),
      ),
  );

  private readonly marketRead = inject(MarketClient).market(() => this.communityId());
  readonly market = keepLast(this.marketRead, () => this.communityId());
  private readonly gridRead = this.client.grid(() => this.communityId());
  readonly grid = keepLast(this.gridRead, () => this.communityId());

  /** The local day of the last clearing; undefined while unknown and before the first. */
  readonly lastDay = computed((): Day | undefined => {
    const market = this.market();
    return market?.lastClearing ? localDay(Date.parse(market.lastClearing.start), market.timeZone) : undefined;
  });
  readonly day = computed((): Day | undefined => {
    const [asked, last] = [this.asked(), this.lastDay()];
    return asked === undefined || last === undefined ? undefined : readDay(asked.day, last);
  });

  private readonly flowsQuery = computed(
    () => {
      const [communityId, day] = [this.communityId(), this.day()];
      return communityId === undefined || day === undefined ? undefined : { communityId, day };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly flowsRead = this.client.flows(() => this.flowsQuery());
  readonly flows = keepLast<CommunityFlows>(this.flowsRead, () => this.flowsQuery());
  readonly largestWh = computed(() => largestFlowWh(this.flows()));
  readonly intervals = computed(() => {
    const [day, market] = [this.day(), this.market()];
    return day === undefined || market === undefined ? [] : intervalsOfDay(day, market.timeZone, this.flows());
  });

  /** The days that the tiles and the history are about. */
  readonly days = computed(
    () => {
      const [asked, market] = [this.asked(), this.market()];
      if (asked === undefined || market === undefined) return undefined;
      const range = localRange(asked.range, this.clock.now(), market.timeZone);
      return { firstDay: range.startDay, lastDay: previousDay(range.endDay) };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  private readonly historyQuery = computed(() => {
    const [communityId, days] = [this.communityId(), this.days()];
    return communityId === undefined || days === undefined ? undefined : { communityId, ...days };
  });
  private readonly historyRead = this.client.history(() => this.historyQuery());
  readonly history = keepLast(this.historyRead, () => JSON.stringify(this.historyQuery()));

  /** Why the page, the day or the figures are not (fresh) there, as codes to translate; undefined while all is well. */
  readonly problem = computed(() => code(this.marketRead.error() ?? this.gridRead.error()));
  readonly flowsProblem = computed(() => code(this.flowsRead.error()));
  readonly historyProblem = computed(() => code(this.historyRead.error()));

  constructor() {
    watchMarket(
      () => this.communityId(),
      () => {
        const market = this.market();
        return market && { lastStart: market.lastClearing?.start ?? null, nextClearingAt: market.nextClearingAt };
      },
      () => this.refresh(),
    );
  }

  /** Shows what an address asks for. */
  show(choice: CommunityChoice): void {
    this.asked.set(choice);
  }

  /** Asks again for what did not come. */
  retry(): void {
    for (const read of [this.marketRead, this.gridRead, this.flowsRead, this.historyRead]) {
      if (read.error()) read.reload();
    }
  }

  /** A clearing changes the market, its last day, and the sums. */
  private refresh(): void {
    this.marketRead.reload();
    if (this.day() === this.lastDay()) this.flowsRead.reload();
    this.historyRead.reload();
  }

  /** The first moment of the day on the map, for its name. */
  dayStartMs(): number | undefined {
    const [day, market] = [this.day(), this.market()];
    return day === undefined || market === undefined ? undefined : startOfLocalDay(day, market.timeZone);
  }
}

function code(failure: unknown): string | undefined {
  return failure === undefined || failure === null ? undefined : toProblemError(failure).code;
}
