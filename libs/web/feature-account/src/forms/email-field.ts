import { ChangeDetectionStrategy, Component, ElementRef, input, viewChild } from '@angular/core';
import { type Entry, Field, FieldInput } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';

/** The field for the e-mail address that an account is known by. */
@Component({
  selector: 'ceex-email-field',
  imports: [Field, FieldInput, TranslocoPipe],
  template: `
    <ceex-field
      [label]="'account.signIn.email' | transloco"
      [error]="entry().wrong() ? ('account.signIn.emailError' | transloco) : ''"
    >
      <input
        #box
        ceexInput
        type="email"
        inputmode="email"
        [attr.autocomplete]="autocomplete()"
        spellcheck="false"
        [value]="entry().text()"
        (input)="entry().type($event)"
        (blur)="entry().leave()"
      />
    </ceex-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmailField {
  readonly entry = input.required<Entry>();
  /** With `webauthn`, browsers offer the passkeys of this place as well. */
  readonly autocomplete = input<'username' | 'username webauthn'>('username');

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(): void {
    this.box().nativeElement.focus();
  }
}
