import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/** A button of a row: short to see; its name also says whom it is about, for one among many is told by that alone. */
@Component({
  selector: 'ceex-row-action',
  imports: [MatButton, TranslocoPipe],
  template: `
    <button
      matButton
      type="button"
      [disabled]="disabled()"
      [attr.aria-label]="'operator.about' | transloco: { what: (what() | transloco), whom: whom() }"
      (click)="chosen.emit()"
    >
      {{ (running() ? 'operator.working' : what()) | transloco }}
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class RowAction {
  /** The key of what it does. */
  readonly what = input.required<string>();
  /** Whom or what the row is about, as it is shown. */
  readonly whom = input.required<string>();
  readonly disabled = input(false);
  /** It is being done. */
  readonly running = input(false);
  readonly chosen = output();
}
