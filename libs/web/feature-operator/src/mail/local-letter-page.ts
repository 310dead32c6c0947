import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getLocalLetter } from '@ceex/contracts';
import { BffClient, toProblemError } from '@ceex/web-data-access';
import { Notice, Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { Realm } from '../parts/realm';
import { textParts } from './text-parts';

/**
 * A letter of a server that keeps them in a folder: its text, with links to follow. The text part only: it says the same
 * as the HTML part, and no foreign document comes into the page.
 */
@Component({
  selector: 'ceex-local-letter-page',
  imports: [Notice, RouterLink, Skeleton, TranslocoPipe],
  templateUrl: './local-letter-page.html',
  styleUrls: ['../parts/rows.css', './local-mail.css'],
})
export class LocalLetterPage {
  /** From the router. */
  readonly letterId = input.required<string>();

  private readonly client = inject(BffClient);
  protected readonly realm = inject(Realm);
  protected readonly read = resource({
    params: () => this.letterId(),
    loader: ({ params: letterId }) => this.client.call(getLocalLetter, { params: { letterId } }),
  });
  protected readonly letter = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly parts = computed(() => textParts(this.letter()?.text ?? ''));
  protected readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure.cause ?? failure).code;
  });
}
