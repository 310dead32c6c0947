import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
  viewChildren,
} from '@angular/core';
import { decimal } from '../format/number-format';
import { Language } from '../language/language';
import { placeLabels } from './mark-layout';
import type { PriceMark, PriceMarkKind } from './price-mark';
import { positionOnRuler, type RulerEnds } from './ruler-scale';

const ROW_PX = 28;
const LEADER_PX = 12;
/** Who keeps the place it wants when labels get in each other's way. */
const PRECEDENCE: readonly PriceMarkKind[] = ['feed-in', 'utility', 'last-clearing', 'week'];

function isBand(mark: PriceMark): boolean {
  return mark.toMicroPerKwh !== undefined;
}

interface Measures {
  readonly host: number;
  readonly labels: readonly number[];
}

/** The marks below a price ruler: a leader from each price on the track to its label; labels never overlap. */
@Component({
  selector: 'ceex-ruler-marks',
  templateUrl: './ruler-marks.html',
  styleUrl: './ruler-marks.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulerMarks {
  readonly ends = input.required<RulerEnds>();
  readonly marks = input.required<readonly PriceMark[]>();
  /** Distance of the track's ends from the host's edges, in px. */
  readonly inset = input(0);
  /** How far above the host the leaders begin, in px. */
  readonly reach = input(0);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = inject(Language);
  private readonly labels = viewChildren<ElementRef<HTMLElement>>('label');
  private readonly measures = signal<Measures>({ host: 0, labels: [] });
  private observer: ResizeObserver | undefined;

  protected readonly shown = computed(() => {
    const { min, max } = this.ends();
    return this.marks()
      .filter(({ valueMicroPerKwh: from, toMicroPerKwh: to = from }) => to >= min && from <= max)
      .toSorted((a, b) => PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind));
  });

  protected readonly placed = computed(() => {
    const { host, labels } = this.measures();
    const shown = this.shown();
    const centers = shown.map((mark) => this.inset() + this.position(mark) * (host - 2 * this.inset()));
    const places = placeLabels(
      centers.map((center, index) => ({ center, width: labels[index] ?? 0 })),
      host,
    );
    return shown.map((mark, index) => {
      const { left = 0, row = 0 } = places[index] ?? {};
      const center = centers[index] ?? 0;
      const foot = Math.max(left + 6, Math.min(center, left + (labels[index] ?? 0) - 6));
      const top = LEADER_PX + row * ROW_PX;
      // A band shows itself on the track; its label stands below its middle.
      const leader = isBand(mark) ? null : `${center},${-this.reach()} ${center},0 ${foot},${top + 2}`;
      return { mark, text: this.price(mark), left, top, leader };
    });
  });

  protected readonly measured = computed(() => this.measures().host > 0);
  /** Room for two rows, which most marks need, also while there are none: what is below does not jump. */
  protected readonly height = computed(() =>
    Math.max(LEADER_PX + 2 * ROW_PX, ...this.placed().map(({ top }) => top + ROW_PX)),
  );

  constructor() {
    afterNextRender(() => {
      if (typeof ResizeObserver === 'undefined') return;
      this.observer = new ResizeObserver(() => this.measure());
      this.observer.observe(this.host);
      this.observeLabels();
    });
    // The observer measures once the browser has laid the page out by itself; asking here would force it to.
    afterRenderEffect(() => {
      this.shown();
      this.observeLabels();
    });
    inject(DestroyRef).onDestroy(() => this.observer?.disconnect());
  }

  /** Labels change their width with the language and when the font arrives. */
  private observeLabels(): void {
    for (const label of this.labels()) this.observer?.observe(label.nativeElement);
  }

  private measure(): void {
    const labels = this.labels().map(({ nativeElement }) => nativeElement.offsetWidth);
    const before = this.measures();
    const host = this.host.clientWidth;
    const same = host === before.host && labels.length === before.labels.length;
    if (same && labels.every((width, index) => width === before.labels[index])) return;
    this.measures.set({ host, labels });
  }

  /** A band's label stands below its middle. */
  private position({ valueMicroPerKwh: from, toMicroPerKwh: to = from }: PriceMark): number {
    return (positionOnRuler(from, this.ends()) + positionOnRuler(to, this.ends())) / 2;
  }

  private price({ valueMicroPerKwh: from, toMicroPerKwh: to }: PriceMark): string {
    const text = (price: number) => decimal(price / 10_000, 1, this.language.locale());
    return to === undefined || to === from ? text(from) : `${text(from)}–${text(to)}`;
  }
}
