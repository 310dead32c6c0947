import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SettingsClient } from '@ceex/web-data-access/settings';
import { attempt, RuntimeConfig, Session } from '@ceex/web-data-access/start';
import { AttemptNotice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { Asking } from '../question/asking';
import { Section } from '../section/section';
import { saveFile } from './save-file';

/** What is kept about the user: to download, and to delete. */
@Component({
  selector: 'ceex-settings-privacy',
  imports: [AttemptNotice, MatButton, Section, TranslocoPipe],
  templateUrl: './privacy.html',
  styleUrl: '../section/parts.scss',
})
export class Privacy {
  private readonly client = inject(SettingsClient);
  private readonly session = inject(Session);
  private readonly asking = inject(Asking);
  private readonly document = inject(DOCUMENT);
  private readonly product = inject(RuntimeConfig).value().productName;

  protected readonly attempt = attempt();
  protected readonly done = signal('');

  protected async download(): Promise<void> {
    this.done.set('');
    if (this.attempt.blocked()) return;
    const failure = await this.attempt.run(async () => {
      saveFile(this.document, `${this.product.toLowerCase()}-my-data.json`, await this.client.myData());
    });
    if (failure === null) this.done.set('settings.privacy.downloaded');
  }

  protected async delete(): Promise<void> {
    const deleted = await this.asking.ask({
      title: 'settings.privacy.delete',
      text: 'settings.privacy.deleteText',
      points: ['settings.privacy.kept.ledger', 'settings.privacy.kept.readings', 'settings.privacy.kept.audit-ids'],
      action: 'settings.privacy.deleteNow',
      grave: true,
      password: 'always',
      work: ({ password = '' }) => this.client.deleteMe(password),
    });
    if (deleted) await this.session.over();
  }
}
