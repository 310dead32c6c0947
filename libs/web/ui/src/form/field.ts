import {
  ChangeDetectionStrategy,
  Component,
  computed,
  Directive,
  inject,
  input,
  ViewEncapsulation,
} from '@angular/core';

let fields = 0;

/**
 * A labelled field around an `<input ceexInput>` (or `select`, `textarea`) and, perhaps, a button beside it: label above, one sentence below, which
 * is the error where there is one. Far lighter than Material's form field, for pages that open before anything is loaded.
 */
@Component({
  selector: 'ceex-field',
  templateUrl: './field.html',
  styleUrl: './field.css',
  host: { '[class.wrong]': 'error() !== ""' },
  changeDetection: ChangeDetectionStrategy.OnPush,
  // The input is not of this template, but of its looks.
  encapsulation: ViewEncapsulation.None,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Empty: nothing is wrong. */
  readonly error = input('');

  readonly inputId = `ceex-field-${fields++}`;
  readonly noteId = `${this.inputId}-note`;
  readonly note = computed(() => this.error() || this.hint());
}

/** The input of a `Field`: tied to its label and to the sentence below it. */
@Directive({
  selector: 'input[ceexInput], select[ceexInput], textarea[ceexInput]',
  host: {
    '[id]': 'field.inputId',
    '[attr.aria-invalid]': 'field.error() ? true : null',
    '[attr.aria-describedby]': 'field.note() ? field.noteId : null',
  },
})
export class FieldInput {
  protected readonly field = inject(Field);
}
