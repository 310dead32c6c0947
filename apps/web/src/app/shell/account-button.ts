import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { AccountMenu } from './account-menu';

/** The button of the account menu. The menu itself, and what it needs, load when somebody opens it for the first time. */
@Component({
  selector: 'ceex-account-button',
  imports: [AccountMenu, TranslocoPipe],
  template: `
    @defer (when asked()) {
      <ceex-account-menu [email]="email()" (signOut)="signOut.emit()" />
    } @placeholder {
      <button
        type="button"
        class="ceex-icon-button"
        aria-haspopup="menu"
        [attr.aria-label]="label() | transloco"
        (click)="asked.set(true)"
      >
        <svg class="ceex-icon" aria-hidden="true"><use [attr.href]="icon()" /></svg>
      </button>
    }
  `,
})
export class AccountButton {
  /** The address of the signed-in user; null for nobody. */
  readonly email = input<string | null>(null);
  readonly signOut = output();

  protected readonly asked = signal(false);
  protected readonly label = computed(() => (this.email() === null ? 'shell.menu.display' : 'shell.menu.account'));
  protected readonly icon = computed(() => `icons.svg#${this.email() === null ? 'contrast' : 'account_circle'}`);
}
