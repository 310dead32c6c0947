import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CheckedLink } from './checked-link';

/** Around a page that a link leads to: what is to be seen until the link is known to work, and where it does not. */
@Component({
  selector: 'ceex-link-frame',
  imports: [Notice, RouterLink, TranslocoPipe],
  templateUrl: './link-frame.html',
  styleUrl: '../forms/page.scss',
})
export class LinkFrame {
  readonly link = input.required<CheckedLink<unknown>>();
  /** Why it may not work, and the way on: keys of texts, and an address. */
  readonly deadText = input.required<string>();
  readonly wayOn = input.required<string>();
  readonly wayOnPath = input.required<string>();

  protected readonly check = computed(() => this.link().check());
}
