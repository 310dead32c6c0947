import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LETTER_STATES, type LetterFate, type LetterState } from '@ceex/contracts';
import { toProblemError } from '@ceex/web-data-access';
import { ChoiceLinks, Language, Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ListFrame } from '../parts/list-frame';
import { pagedList } from '../parts/paged-list';
import { Realm } from '../parts/realm';
import { RowAction } from '../parts/row-action';
import { LettersClient } from './letters-client';
import { LocalMail } from './local-mail';

const TONES: Readonly<Record<LetterState, 'due' | 'good' | 'bad' | 'quiet'>> = {
  queued: 'due',
  sent: 'good',
  failed: 'bad',
  expired: 'quiet',
};

/** What became of the letters of a community or of the server. The state asked for is in the address. */
@Component({
  selector: 'ceex-mail-page',
  imports: [ChoiceLinks, ListFrame, MatButton, Notice, RouterLink, RowAction, TranslocoPipe],
  templateUrl: './mail-page.html',
  styleUrl: '../parts/rows.css',
  providers: [LocalMail],
})
export class MailPage {
  /** From the router: the query parameter of this name. */
  readonly state = input<string>();

  private readonly client = inject(LettersClient);
  private readonly language = inject(Language);
  protected readonly realm = inject(Realm);
  protected readonly local = inject(LocalMail);
  protected readonly tones = TONES;

  /** The letter that is being tried again, and what went wrong with that. */
  protected readonly retrying = signal<number | null>(null);
  protected readonly problem = signal<string | null>(null);

  private readonly wanted = computed(() => LETTER_STATES.find((state) => state === this.state()));
  protected readonly choices = computed(() =>
    [undefined, ...LETTER_STATES].map((state) => ({
      label: this.language.translate(`operator.mail.filter.${state ?? 'all'}`),
      params: { state: state ?? null },
      current: state === this.wanted(),
    })),
  );
  protected readonly list = pagedList(
    () => {
      const owner = this.realm.communityId();
      return owner === undefined ? undefined : { owner, state: this.wanted() };
    },
    async ({ owner, state }, before: number | undefined) => {
      const { letters, next } = await this.client.read(owner, { state, before });
      return { items: letters, next };
    },
  );

  protected async retry({ letterId }: LetterFate): Promise<void> {
    const owner = this.realm.communityId();
    if (owner === undefined || this.retrying() !== null) return;
    this.retrying.set(letterId);
    this.problem.set(null);
    try {
      const letter = await this.client.retry(owner, letterId);
      this.list.replace((one) => one.letterId === letterId, letter);
    } catch (failure) {
      const { code } = toProblemError(failure);
      this.problem.set(code === 'conflict' ? 'operator.mail.tooLate' : `shell.problem.${code}`);
    }
    this.retrying.set(null);
  }
}
