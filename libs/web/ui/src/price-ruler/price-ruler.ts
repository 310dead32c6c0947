import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  viewChild,
} from '@angular/core';
import type { MicroPerKwh } from '@ceex/units';
import { Formats } from '../format/formats';
import { Language } from '../language/language';
import type { PriceMark } from './price-mark';
import { RulerMarks } from './ruler-marks';
import { clampToRuler, positionOnRuler, priceAfterKey, snapToRuler } from './ruler-scale';

type HandleSide = 'sell' | 'pay';

interface Handle {
  readonly side: HandleSide;
  readonly name: string;
  readonly price: MicroPerKwh;
  readonly text: string;
  /** Where it stands on the track, 0 … 1. */
  readonly position: number;
}

/** A drag in progress: which handle, and how far (px) from its middle it was gripped. */
interface Grip {
  readonly side: HandleSide;
  readonly offset: number;
}

/**
 * The price ruler: from `min` to `max` (µCHF/kWh) with up to two handles, *lowest I sell* for a producer and *highest
 * I pay* for a consumer, in steps of 0.1 Rp./kWh. A limit that is null stands at its end of the ruler (sell: `min`,
 * pay: `max`). The two handles are independent: a household either sells or buys in an interval. Leaf-coloured is
 * where it trades with neighbours, slate where it stays with the utility.
 */
@Component({
  selector: 'ceex-price-ruler',
  imports: [RulerMarks],
  templateUrl: './price-ruler.html',
  styleUrl: './price-ruler.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriceRuler {
  readonly min = input.required<MicroPerKwh>();
  readonly max = input.required<MicroPerKwh>();
  readonly marks = input<readonly PriceMark[]>([]);
  readonly lowestSell = model<MicroPerKwh | null>(null);
  readonly highestPay = model<MicroPerKwh | null>(null);
  readonly producer = input(false);
  readonly consumer = input(false);
  readonly currency = input('CHF');
  readonly disabled = input(false);

  protected readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly track = viewChild.required<ElementRef<HTMLElement>>('track');
  private grip: Grip | null = null;

  /** Px from the host's edge to the track's end, so that a thumb at an end stays inside: see price-ruler.css. */
  protected readonly inset = 22;
  protected readonly ends = computed(() => ({ min: this.min(), max: this.max() }));

  protected readonly handles = computed<readonly Handle[]>(() => {
    const handles: Handle[] = [];
    if (this.producer()) handles.push(this.handle('sell', this.lowestSell() ?? this.min()));
    if (this.consumer()) handles.push(this.handle('pay', this.highestPay() ?? this.max()));
    return handles;
  });

  protected readonly both = computed(() => this.handles().length === 2);

  /** The week's prices as a band on the track, in percent. */
  protected readonly band = computed(() => {
    const week = this.marks().find(({ toMicroPerKwh }) => toMicroPerKwh !== undefined);
    if (week?.toMicroPerKwh === undefined) return null;
    const left = positionOnRuler(week.valueMicroPerKwh, this.ends()) * 100;
    return { left, width: positionOnRuler(week.toMicroPerKwh, this.ends()) * 100 - left };
  });

  /** The last clearing's price as a tick across the track, in percent. */
  protected readonly lastClearing = computed(() => {
    const last = this.marks().find(({ kind }) => kind === 'last-clearing');
    const within = last && last.valueMicroPerKwh >= this.min() && last.valueMicroPerKwh <= this.max();
    return within ? positionOnRuler(last.valueMicroPerKwh, this.ends()) * 100 : null;
  });

  protected onKey(event: KeyboardEvent, side: HandleSide): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // Keys can come faster than the screen is drawn: each moves on from where the one before led.
    const handle = this.handles().find((candidate) => candidate.side === side);
    const next = handle ? priceAfterKey(event.key, handle.price, this.ends()) : null;
    if (next === null || this.disabled()) return;
    event.preventDefault();
    this.move(side, next);
  }

  protected onPointerDown(event: PointerEvent): void {
    if (this.disabled() || event.button !== 0) return;
    const side = this.sideUnder(event);
    if (side === undefined) return;
    const gripped = (event.target as Element).closest('[role=slider]');
    const box = gripped?.getBoundingClientRect();
    this.grip = { side, offset: box ? event.clientX - (box.left + box.width / 2) : 0 };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    if (!gripped) this.drag(event);
    this.host.querySelector<HTMLElement>(`[role=slider][data-side=${side}]`)?.focus({ preventScroll: true });
    event.preventDefault();
  }

  protected drag(event: PointerEvent): void {
    if (this.grip === null) return;
    const { left, width } = this.track().nativeElement.getBoundingClientRect();
    if (width === 0) return;
    const { min, max } = this.ends();
    const share = (event.clientX - this.grip.offset - left) / width;
    this.move(this.grip.side, snapToRuler(min + share * (max - min), this.ends()));
  }

  protected release(): void {
    this.grip = null;
  }

  /** The handle that was pressed, else the one nearest to the place on the track. */
  private sideUnder(event: PointerEvent): HandleSide | undefined {
    const pressed = (event.target as Element).closest<HTMLElement>('[role=slider]')?.dataset['side'];
    const handles = this.handles();
    const { left, width } = this.track().nativeElement.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    const nearest = handles.toSorted((a, b) => Math.abs(a.position - share) - Math.abs(b.position - share))[0];
    return (handles.find(({ side }) => side === pressed) ?? nearest)?.side;
  }

  private move(side: HandleSide, price: MicroPerKwh): void {
    (side === 'sell' ? this.lowestSell : this.highestPay).set(price);
  }

  private handle(side: HandleSide, limit: MicroPerKwh): Handle {
    const price = clampToRuler(limit, this.ends());
    const name = this.language.translate(side === 'sell' ? 'ui.ruler.lowestSell' : 'ui.ruler.highestPay');
    const text = this.formats.price(price, this.currency());
    return { side, name, price, text, position: positionOnRuler(price, this.ends()) };
  }
}
