import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { Language } from '../language/language';
import { TermExplanation } from './term-explanation';
import type { TermName } from './term-names';

const LEAVE_MS = 150;
let terms = 0;

/**
 * A word of the glossary, with a dotted underline, that explains itself on focus, tap or hover with the same sentence
 * everywhere; Escape closes the explanation.
 */
@Component({
  selector: 'ceex-term',
  imports: [TermExplanation],
  templateUrl: './term.html',
  styleUrl: './term.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Term {
  /** Which term the word stands for; its sentence is `ui.terms.<name>`. */
  readonly name = input<TermName>();
  /** A sentence for a word that is no term of the glossary. */
  readonly explanation = input('');

  private readonly language = inject(Language);
  protected readonly sentence = computed(() => {
    const name = this.name();
    return name === undefined ? this.explanation() : this.language.translate(`ui.terms.${name}`);
  });
  protected readonly id = `ceex-term-${++terms}`;
  protected readonly open = signal(false);
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.leaving));
  }

  protected show(): void {
    clearTimeout(this.leaving);
    this.open.set(true);
  }

  protected hide(): void {
    clearTimeout(this.leaving);
    this.open.set(false);
  }

  /** Leaves time for the pointer to reach the explanation, which stays while the pointer is on it. */
  protected leave(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.open.set(false), LEAVE_MS);
  }

  protected enter(event: PointerEvent): void {
    if (event.pointerType === 'mouse') this.show();
  }
}
