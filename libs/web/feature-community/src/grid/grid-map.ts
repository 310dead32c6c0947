import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, model } from '@angular/core';
import type { Wh } from '@ceex/units';
import { Formats, hostWidth, Language } from '@ceex/web-ui';
import type { LineFlow, MapNode } from '../flows/line-flows';
import { drawMap } from './draw-map';
import { MapGestures, type Zoom } from './map-gestures';
import { pan, project, wholeView, zoomAt } from './map-view';
import { placeNodes } from './place-nodes';
import { boundsOf, type Point } from './plane';

const ALL_BP = 10_000;
const STEP = 1.6;

/** The grid as a picture: nodes by kind, lines by what they carry. The table beside it has the same in figures. */
@Component({
  selector: 'ceex-grid-map',
  imports: [MapGestures],
  templateUrl: './grid-map.html',
  styleUrl: './grid-map.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GridMap {
  readonly nodes = input.required<readonly MapNode[]>();
  readonly lines = input.required<readonly LineFlow[]>();
  readonly ownIds = input.required<ReadonlySet<number>>();
  /** What the broadest line carries. */
  readonly largestWh = input.required<Wh>();
  /** While a day is played, dots run along the lines. */
  readonly moving = input(false);
  /** The picture in one sentence, for those who do not see it. */
  readonly label = input.required<string>();
  /** The node that somebody picked, or whose line. */
  readonly selected = model<number>();

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly width = hostWidth();
  protected readonly size = computed(() => {
    const width = this.width();
    return { width, height: Math.round(Math.min(560, Math.max(360, width * 0.56))) };
  });

  private readonly placed = computed(() => placeNodes(this.nodes()));
  private readonly bounds = computed(() => boundsOf(this.placed().places.values()));
  /** Another grid is seen whole at first. */
  private readonly view = linkedSignal(() => wholeView(this.bounds()));
  protected readonly isWhole = computed(() => this.view().zoom === 1);
  protected readonly measured = computed(() => this.placed().measured);

  protected readonly drawn = computed(() =>
    drawMap(
      {
        nodes: this.nodes(),
        lines: this.lines(),
        places: this.placed().places,
        ownIds: this.ownIds(),
        selectedId: this.selected(),
        largestWh: this.largestWh(),
        shareText: (shareBp) => this.formats.share(shareBp, ALL_BP),
      },
      project(this.view(), this.bounds(), this.size()),
      this.size(),
    ),
  );

  protected move(by: Point): void {
    this.view.update((view) => pan(view, by, this.bounds(), this.size()));
  }

  protected zoom({ factor, at }: Zoom): void {
    const { width, height } = this.size();
    this.view.update((view) => zoomAt(view, factor, at ?? { x: width / 2, y: height / 2 }, this.bounds(), this.size()));
  }

  protected closer(): void {
    this.zoom({ factor: STEP });
  }

  protected further(): void {
    this.zoom({ factor: 1 / STEP });
  }

  protected whole(): void {
    this.view.set(wholeView(this.bounds()));
  }
}
