import { Directive, ElementRef, inject, output } from '@angular/core';
import type { Point } from './plane';

export interface Zoom {
  readonly factor: number;
  /** What stays where it is, in px from the corner; the middle without it. */
  readonly at?: Point;
}

/** A pointer that moved less was a click. */
const CLICK_PX = 5;
const KEY_STEP_PX = 48;
const KEY_FACTOR = 1.4;

const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: KEY_STEP_PX, y: 0 },
  ArrowRight: { x: -KEY_STEP_PX, y: 0 },
  ArrowUp: { x: 0, y: KEY_STEP_PX },
  ArrowDown: { x: 0, y: -KEY_STEP_PX },
};

/**
 * Mouse, fingers and keys on a map: drag to move, wheel with Ctrl (or two fingers) to go closer, double click, arrow
 * keys, + and −, 0 for all. The wheel alone scrolls the page. A click on an element with `data-node` picks that node.
 */
@Directive({
  selector: '[ceexMapGestures]',
  host: {
    '(pointerdown)': 'down($event)',
    '(pointermove)': 'move($event)',
    '(pointerup)': 'up($event)',
    '(pointercancel)': 'up($event)',
    '(click)': 'click($event)',
    '(dblclick)': 'zoomed.emit({ factor: 2, at: place($event) })',
    '(wheel)': 'wheel($event)',
    '(keydown)': 'key($event)',
  },
})
export class MapGestures {
  readonly panned = output<Point>();
  readonly zoomed = output<Zoom>();
  readonly wholeWanted = output<void>();
  readonly picked = output<number | undefined>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly fingers = new Map<number, Point>();
  private travelledPx = 0;

  protected down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.fingers.size === 0) this.travelledPx = 0;
    this.fingers.set(event.pointerId, this.place(event));
  }

  protected move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.place(event);
    const [x, y] = [now.x - before.x, now.y - before.y];
    this.travelledPx += Math.hypot(x, y);
    if (this.travelledPx < CLICK_PX) return;
    // Only now: a captured pointer's click would reach the map instead of what lies under it.
    this.host.setPointerCapture(event.pointerId);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    if (other === undefined) this.panned.emit({ x, y });
    else this.pinch(before, now, other);
  }

  private pinch(before: Point, now: Point, other: Point): void {
    const apart = (finger: Point) => Math.max(1, Math.hypot(finger.x - other.x, finger.y - other.y));
    const at = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.zoomed.emit({ factor: apart(now) / apart(before), at });
    this.panned.emit({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
  }

  protected up(event: PointerEvent): void {
    this.fingers.delete(event.pointerId);
  }

  protected click(event: MouseEvent): void {
    if (this.travelledPx >= CLICK_PX) return;
    const id = event.target instanceof Element ? event.target.closest('[data-node]')?.getAttribute('data-node') : null;
    this.picked.emit(id == null ? undefined : Number(id));
  }

  protected wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoomed.emit({ factor: Math.exp(-event.deltaY / 300), at: this.place(event) });
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = MOVES[event.key];
    if (by !== undefined) this.panned.emit(by);
    else if (event.key === '+' || event.key === '=') this.zoomed.emit({ factor: KEY_FACTOR });
    else if (event.key === '-') this.zoomed.emit({ factor: 1 / KEY_FACTOR });
    else if (event.key === '0' || event.key === 'Escape') this.wholeWanted.emit();
    else return;
    event.preventDefault();
  }

  protected place(event: MouseEvent): Point {
    const { left, top } = this.host.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
