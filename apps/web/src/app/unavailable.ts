import { Component, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RuntimeConfig } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';
import { Brand } from './brand';

/** Shown in place of a page that could not be opened: no connection, or the server is away. */
@Component({
  selector: 'ceex-unavailable',
  imports: [Brand, MatButton, TranslocoPipe],
  template: `
    <main class="ceex-page" tabindex="-1">
      <ceex-brand />
      <h1>{{ 'shell.unavailable.title' | transloco: { product: config().productName } }}</h1>
      <p>{{ 'shell.unavailable.text' | transloco }}</p>
      <p>
        <button matButton="filled" type="button" (click)="retry()">{{ 'shell.unavailable.retry' | transloco }}</button>
      </p>
    </main>
  `,
})
export class Unavailable {
  protected readonly config = inject(RuntimeConfig).value;
  private readonly document = inject(DOCUMENT);

  protected retry(): void {
    this.document.location.reload();
  }
}
