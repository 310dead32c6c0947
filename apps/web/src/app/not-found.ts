import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'ceex-not-found',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <main class="ceex-page">
      <h1>{{ 'shell.notFound.title' | transloco }}</h1>
      <p>
        <a routerLink="/">{{ 'shell.notFound.home' | transloco }}</a>
      </p>
    </main>
  `,
})
export class NotFound {}
