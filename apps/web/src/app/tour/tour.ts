import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import {
  Component,
  DOCUMENT,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type PlacedStep, placedSteps } from './tour-steps';

const below: ConnectedPosition = {
  originX: 'center',
  originY: 'bottom',
  overlayX: 'center',
  overlayY: 'top',
  offsetY: 12,
};
const above: ConnectedPosition = {
  originX: 'center',
  originY: 'top',
  overlayX: 'center',
  overlayY: 'bottom',
  offsetY: -12,
};

/** Marks what a step points at; see the global styles. */
const POINTED = 'ceex-pointed-at';

/** A first look around: a card beside each place, one after the other. Escape or "Skip" ends it. */
@Component({
  selector: 'ceex-tour',
  imports: [CdkConnectedOverlay, MatButton, TranslocoPipe],
  templateUrl: './tour.html',
  styleUrl: './tour.scss',
})
export class Tour {
  readonly done = output();

  private readonly document = inject(DOCUMENT);
  private readonly card = viewChild<ElementRef<HTMLElement>>('card');
  protected readonly steps = signal<readonly PlacedStep[]>([]);
  protected readonly index = signal(0);
  protected readonly step = computed(() => this.steps()[this.index()]);
  protected readonly last = computed(() => this.index() === this.steps().length - 1);
  protected readonly positions = [below, above];

  constructor() {
    afterNextRender(() => this.steps.set(placedSteps(this.document)));
    effect((onCleanup) => {
      const target = this.step()?.target;
      if (target === undefined) return;
      target.scrollIntoView({ block: 'center' });
      target.classList.add(POINTED);
      onCleanup(() => target.classList.remove(POINTED));
    });
    // The words of the next step are read out, and its buttons are the next to be reached.
    effect(() => {
      if (this.step() !== undefined) this.card()?.nativeElement.focus({ preventScroll: true });
    });
  }

  protected shown(): void {
    this.card()?.nativeElement.focus({ preventScroll: true });
  }

  protected next(): void {
    this.index.update((index) => index + 1);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.end();
  }

  protected end(): void {
    this.document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    this.done.emit();
  }
}
