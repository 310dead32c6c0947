import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionOfMine } from '@ceex/contracts';
import { SettingsClient } from '@ceex/web-data-access/settings';
import { attempt } from '@ceex/web-data-access/start';
import { AttemptNotice, Notice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { Moments } from '../moments';
import { Asking } from '../question/asking';
import { Section } from '../section/section';

/** Where somebody is signed in to the account: see, end one, end all others; and what was ended because it was copied. */
@Component({
  selector: 'ceex-settings-sessions',
  imports: [AttemptNotice, MatButton, Notice, Section, TranslocoPipe],
  templateUrl: './sessions.html',
  styleUrl: '../section/parts.scss',
})
export class Sessions {
  private readonly client = inject(SettingsClient);
  private readonly asking = inject(Asking);
  protected readonly moments = inject(Moments);

  protected readonly list = resource({ loader: () => this.client.sessions() });
  private readonly all = computed(() => (this.list.hasValue() ? this.list.value() : []));
  protected readonly living = computed(() =>
    this.all()
      .filter(({ endedForReuseAt }) => endedForReuseAt === null)
      .sort((a, b) => Number(b.current) - Number(a.current)),
  );
  protected readonly copied = computed(() => this.all().filter(({ endedForReuseAt }) => endedForReuseAt !== null));
  protected readonly hasOthers = computed(() => this.living().some(({ current }) => !current));
  protected readonly attempt = attempt();
  protected readonly done = signal('');

  protected async end({ sessionId }: SessionOfMine): Promise<void> {
    this.done.set('');
    if (this.attempt.blocked()) return;
    const failure = await this.attempt.run(() => this.client.endSession(sessionId));
    // Ended already is ended.
    if (failure !== null && failure.code !== 'not-found') return;
    this.attempt.clear();
    this.list.reload();
    this.done.set('settings.sessions.ended');
  }

  protected async endOthers(): Promise<void> {
    this.done.set('');
    const ended = await this.asking.ask({
      title: 'settings.sessions.endOthers',
      text: 'settings.sessions.endOthersText',
      action: 'settings.sessions.endOthers',
      work: () => this.client.endOtherSessions(),
    });
    if (!ended) return;
    this.list.reload();
    this.done.set('settings.sessions.othersEnded');
  }
}
