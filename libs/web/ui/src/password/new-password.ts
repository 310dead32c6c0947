import { ChangeDetectionStrategy, Component, computed, input, resource, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Entry, entry } from '../form/entry';
import { PasswordField } from '../form/password-field';
import { SHORTEST, STRENGTHS, strengthOf, wordsOf } from './strength';

/** An entry for a new password: long enough. All else about it the server says. */
export function newPasswordEntry(): Entry {
  return entry((text) => [...text].length >= SHORTEST);
}

/** A field for a new password: what makes a good one, how strong this one is, and why it is refused. */
@Component({
  selector: 'ceex-new-password',
  imports: [PasswordField, TranslocoPipe],
  templateUrl: './new-password.html',
  styleUrl: './new-password.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPassword {
  readonly entry = input.required<Entry>();
  readonly label = input.required<string>();
  /** The address of the account: a password made of it is easily guessed. */
  readonly email = input('');
  /** What the server refused, and why: it holds until something else is typed. */
  readonly refused = input<{ readonly password: string; readonly fault: string } | null>(null);

  private readonly field = viewChild.required(PasswordField);
  protected readonly steps = STRENGTHS.slice(1);

  /** Asked for when somebody types, not before: the list of words is large. */
  private readonly measured = resource({
    params: () => {
      const password = this.entry().text();
      return password === '' ? undefined : { password, email: this.email() };
    },
    loader: async ({ params: { password, email } }) => {
      const { guessable } = await import('./guessable');
      return strengthOf(password, guessable(password, wordsOf(email)));
    },
  });
  /** Nothing where nothing was typed; without the list (no connection) there is no meter, and the server decides. */
  protected readonly strength = computed(() => (this.measured.hasValue() ? this.measured.value() : null));
  protected readonly filled = computed(() => STRENGTHS.findIndex((strength) => strength === this.strength()));

  protected readonly fault = computed(() => {
    const [refused, { text, wrong }] = [this.refused(), this.entry()];
    if (refused !== null && refused.password === text()) return refused.fault;
    return wrong() ? 'too-short' : '';
  });

  focus(): void {
    this.field().focus();
  }

  select(): void {
    this.field().select();
  }
}
