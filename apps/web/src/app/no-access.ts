import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';

/** Says why a page is not open to who asked for it, and leads to where they can go. */
@Component({
  selector: 'ceex-no-access',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="ceex-page">
      <h1>{{ 'shell.noAccess.title' | transloco }}</h1>
      <p>{{ text() | transloco }}</p>
      @if (hasHome()) {
        <p>
          <a routerLink="/" class="ceex-button filled">{{ 'shell.noAccess.home' | transloco }}</a>
        </p>
      }
    </div>
  `,
})
export class NoAccess {
  private readonly session = inject(Session);
  /** From the router: what the user is not, `operator` or `administrator`; else they have nothing here at all. */
  readonly lacking = input<string>();

  protected readonly text = computed(() => {
    const lacking = this.lacking();
    if (lacking === 'operator') return 'shell.noAccess.operator';
    return lacking === 'administrator' ? 'shell.noAccess.administrator' : 'shell.noAccess.none';
  });
  protected readonly hasHome = computed(
    () => this.session.nodes().length + this.session.operates().length > 0 || this.session.administers(),
  );
}
