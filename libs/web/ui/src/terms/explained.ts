import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { markedTerms } from './marked-terms';
import { Term } from './term';

/** A sentence of the translations whose marked terms (`[[clearing|Handelsrunde]]`) explain themselves. */
@Component({
  selector: 'ceex-explained',
  imports: [Term],
  template: `
    @for (part of parts(); track $index) {
      @if (part.term; as name) {
        <ceex-term [name]="name">{{ part.text }}</ceex-term>
      } @else {
        <span [textContent]="part.text"></span>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Explained {
  readonly text = input.required<string>();

  protected readonly parts = computed(() => markedTerms(this.text()));
}
