import { ChangeDetectionStrategy, Component, ElementRef, input, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Entry } from './entry';
import { Field, FieldInput } from './field';

/** A field for a password, with a button that shows what was typed. */
@Component({
  selector: 'ceex-password-field',
  imports: [Field, FieldInput, TranslocoPipe],
  templateUrl: './password-field.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly entry = input.required<Entry>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input('');
  /** Tells password managers whether to fill the field or to propose something. */
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');

  protected readonly shown = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(): void {
    this.box().nativeElement.focus();
  }

  /** Focuses the field with all of its text chosen, to be typed over. */
  select(): void {
    this.box().nativeElement.select();
  }
}
