import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';

/** Says why a page is not open to who asked for it, and leads to where they can go; to a new account, what comes next. */
@Component({
  selector: 'ceex-no-access',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="ceex-page">
      <h1>{{ (hasHome() ? 'shell.noAccess.title' : 'shell.noAccess.welcome') | transloco }}</h1>
      <p>{{ text() | transloco }}</p>
      @if (hasHome()) {
        <p>
          <a routerLink="/" class="ceex-button filled">{{ 'shell.noAccess.home' | transloco }}</a>
        </p>
      } @else {
        <p>
          <strong>{{ session.user()?.email }}</strong>
        </p>
        <p>
          <button type="button" class="ceex-button filled" [disabled]="asking()" (click)="again()">
            {{ 'shell.noAccess.again' | transloco }}
          </button>
          <a routerLink="/account" class="ceex-button">{{ 'shell.menu.settings' | transloco }}</a>
        </p>
      }
    </div>
  `,
})
export class NoAccess {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  /** From the router: what the user is not, `operator` or `administrator`; else they have nothing here at all. */
  readonly lacking = input<string>();

  protected readonly asking = signal(false);
  protected readonly hasHome = computed(
    () => this.session.nodes().length + this.session.operates().length > 0 || this.session.administers(),
  );
  protected readonly text = computed(() => {
    if (!this.hasHome()) return 'shell.noAccess.welcomeText';
    return this.lacking() === 'administrator' ? 'shell.noAccess.administrator' : 'shell.noAccess.operator';
  });

  constructor() {
    // The invitation was accepted, perhaps in another tab.
    effect(() => {
      if (this.hasHome() && this.lacking() === 'none') void this.router.navigateByUrl('/', { replaceUrl: true });
    });
  }

  protected async again(): Promise<void> {
    this.asking.set(true);
    await this.session.askAgain().catch(() => null);
    this.asking.set(false);
  }
}
