import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Brand } from './brand';

@Component({
  selector: 'ceex-not-found',
  imports: [Brand, MatButton, RouterLink, TranslocoPipe],
  template: `
    <main class="ceex-page" tabindex="-1">
      <ceex-brand />
      <h1>{{ 'shell.notFound.title' | transloco }}</h1>
      <p>{{ 'shell.notFound.text' | transloco }}</p>
      <p>
        <a matButton="filled" routerLink="/">{{ 'shell.notFound.home' | transloco }}</a>
      </p>
    </main>
  `,
})
export class NotFound {}
