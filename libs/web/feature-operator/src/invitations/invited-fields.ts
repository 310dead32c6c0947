import { Component, computed, type ElementRef, input, model, viewChild } from '@angular/core';
import { type Language as LanguageCode, LANGUAGES } from '@ceex/contracts';
import { Field, FieldInput } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { isAddress } from './is-address';

/** The address and the language of somebody who is invited. */
@Component({
  selector: 'ceex-invited-fields',
  imports: [Field, FieldInput, TranslocoPipe],
  template: `
    <ceex-field
      [label]="'operator.invite.email' | transloco"
      [error]="wrong() ? ('operator.invite.emailWrong' | transloco) : ''"
    >
      <input
        #address
        ceexInput
        type="email"
        inputmode="email"
        autocomplete="off"
        spellcheck="false"
        maxlength="254"
        [value]="email()"
        (input)="email.set(address.value)"
      />
    </ceex-field>
    <ceex-field [label]="'operator.invite.language' | transloco" [hint]="'operator.invite.languageHint' | transloco">
      <select #chosen ceexInput (change)="language.set($any(chosen.value))">
        @for (code of languages; track code) {
          <option [value]="code" [selected]="code === language()">
            {{ 'operator.languages.' + code | transloco }}
          </option>
        }
      </select>
    </ceex-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      gap: var(--ceex-space-2);
    }
  `,
})
export class InvitedFields {
  readonly email = model.required<string>();
  readonly language = model.required<LanguageCode>();
  /** Fields are complained of once somebody tried to send them. */
  readonly tried = input(false);
  /** The server takes the address for none. */
  readonly refused = input(false);

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('address');
  protected readonly languages = LANGUAGES;
  readonly complete = computed(() => isAddress(this.email()));
  protected readonly wrong = computed(() => this.refused() || (this.tried() && !this.complete()));

  focus(): void {
    this.field().nativeElement.focus();
  }
}
