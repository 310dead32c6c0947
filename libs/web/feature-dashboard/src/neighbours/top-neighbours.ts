import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { previousDay, type LocalRange } from '@ceex/units';
import { keepLast, MetricsClient } from '@ceex/web-data-access';
import { DataTable, decimal, Formats, Language, Notice, Skeleton } from '@ceex/web-ui';
import { forkJoin, map } from 'rxjs';
import { addNeighbours, tradedWh, type TopNeighbours as Top } from './add-neighbours';

/** So many are named. */
const SHOWN = 8;
/** So many are asked for, so that the sum of several nodes names the right ones. */
const ASKED = 100;

/** With whom the household traded most in the range. It fetches its figures itself, once it is in view. */
@Component({
  selector: 'ceex-top-neighbours',
  imports: [DataTable, Notice, Skeleton],
  templateUrl: './top-neighbours.html',
  styleUrls: ['../charts/chart-panel.css', './top-neighbours.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TopNeighbours {
  readonly nodeIds = input.required<readonly number[]>();
  readonly days = input.required<LocalRange>();
  readonly currency = input.required<string>();
  /** Changes with every clearing, so that the figures are asked for again. */
  readonly dataUntil = input.required<string | null>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly client = inject(MetricsClient);

  private readonly query = computed(() => {
    const { startDay, endDay } = this.days();
    return { nodeIds: this.nodeIds(), startDate: startDay, endDate: previousDay(endDay) };
  });
  protected readonly read = rxResource({
    params: () => ({ ...this.query(), dataUntil: this.dataUntil() }),
    stream: ({ params: { nodeIds, startDate, endDate } }) =>
      forkJoin(nodeIds.map((nodeId) => this.client.neighbours(nodeId, { startDate, endDate }, ASKED))).pipe(
        map((answers) => addNeighbours(answers, SHOWN)),
      ),
  });
  protected readonly top = keepLast<Top>(this.read, () => JSON.stringify(this.query()));

  protected readonly list = computed(() => {
    const { neighbours } = this.top() ?? { neighbours: [] };
    const most = Math.max(1, ...neighbours.map(tradedWh));
    return neighbours.map((neighbour) => ({
      nodeId: neighbour.nodeId,
      label: neighbour.label,
      distance: this.distance(neighbour.distanceM),
      energy: this.formats.energy(tradedWh(neighbour)),
      share: (tradedWh(neighbour) / most) * 100,
      sentence: this.sentence(neighbour),
    }));
  });

  protected readonly othersText = computed(() => {
    const others = this.top()?.others ?? 0;
    return others === 0 ? '' : this.language.translate('dashboard.neighbours.others', { count: others });
  });

  protected readonly columns = computed(() => [
    { label: this.language.translate('dashboard.neighbours.name') },
    ...['distance', 'sold', 'earned', 'bought', 'spent', 'trades'].map((name) => ({
      label: this.language.translate(`dashboard.neighbours.columns.${name}`),
      numeric: true,
    })),
  ]);

  protected readonly rows = computed(() =>
    (this.top()?.neighbours ?? []).map(({ label, distanceM, soldWh, soldNano, boughtWh, boughtNano, trades }) => [
      label,
      this.distance(distanceM),
      this.formats.energy(soldWh),
      this.formats.money(soldNano, this.currency()),
      this.formats.energy(boughtWh),
      this.formats.money(boughtNano, this.currency()),
      decimal(trades, 0, this.language.locale()),
    ]),
  );

  private distance(metres: number): string {
    return `${decimal(Math.round(metres), 0, this.language.locale())}\u00a0m`;
  }

  private sentence({ soldWh, soldNano, boughtWh, boughtNano }: Top['neighbours'][number]): string {
    const params = {
      sold: this.formats.energy(soldWh),
      earned: this.formats.money(soldNano, this.currency()),
      bought: this.formats.energy(boughtWh),
      spent: this.formats.money(boughtNano, this.currency()),
    };
    if (soldWh > 0 && boughtWh > 0) return this.language.translate('dashboard.neighbours.both', params);
    return this.language.translate(soldWh > 0 ? 'dashboard.neighbours.sold' : 'dashboard.neighbours.bought', params);
  }
}
