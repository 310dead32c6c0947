import { Component, computed, DOCUMENT, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Passkey, RegistrationResponse } from '@ceex/contracts';
import { SettingsClient } from '@ceex/web-data-access/settings';
import { TranslocoPipe } from '@jsverse/transloco';
import { Moments } from '../moments';
import { Asking } from '../question/asking';
import { Section } from '../section/section';

const NAME_FIELD = {
  label: 'settings.passkeys.name',
  hint: 'settings.passkeys.nameHint',
  error: 'settings.passkeys.nameError',
  complete: (text: string) => text.trim() !== '',
} as const;

/** The passkeys of the account: add, rename, remove. */
@Component({
  selector: 'ceex-settings-passkeys',
  imports: [MatButton, Section, TranslocoPipe],
  templateUrl: './passkeys.html',
  styleUrl: '../section/parts.scss',
})
export class Passkeys {
  private readonly client = inject(SettingsClient);
  private readonly asking = inject(Asking);
  protected readonly moments = inject(Moments);
  /** Whether this browser can make one. */
  protected readonly possible = 'PublicKeyCredential' in (inject(DOCUMENT).defaultView ?? {});

  protected readonly list = resource({ loader: () => this.client.passkeys() });
  protected readonly passkeys = computed(() => (this.list.hasValue() ? this.list.value() : null));
  protected readonly done = signal('');

  protected async add(): Promise<void> {
    this.done.set('');
    const added = await this.asking.ask({
      title: 'settings.passkeys.add',
      text: 'settings.passkeys.addText',
      action: 'settings.continue',
      field: NAME_FIELD,
      password: 'if-required',
      work: async ({ text, password }) => {
        const [optionsJSON, { startRegistration }] = await Promise.all([
          this.client.passkeyOptions(password),
          import('@simplewebauthn/browser'),
        ]);
        const made = (await startRegistration({ optionsJSON }).catch(() => null)) as RegistrationResponse | null;
        if (made !== null) this.list.set(await this.client.registerPasskey(text, made));
        this.done.set(made === null ? 'settings.passkeys.notMade' : 'settings.passkeys.added');
      },
    });
    if (!added) this.done.set('');
  }

  protected async rename({ passkeyId, name }: Passkey): Promise<void> {
    this.done.set('');
    const renamed = await this.asking.ask({
      title: 'settings.passkeys.rename',
      action: 'settings.save',
      field: { ...NAME_FIELD, start: name },
      work: async ({ text }) => this.list.set(await this.client.renamePasskey(passkeyId, text)),
    });
    if (renamed) this.done.set('settings.passkeys.renamed');
  }

  protected async remove({ passkeyId, name }: Passkey): Promise<void> {
    this.done.set('');
    const removed = await this.asking.ask({
      title: 'settings.passkeys.removeTitle',
      text: 'settings.passkeys.removeText',
      params: { name },
      action: 'settings.remove',
      grave: true,
      password: 'if-required',
      work: async ({ password }) => this.list.set(await this.client.removePasskey(passkeyId, password)),
    });
    if (removed) this.done.set('settings.passkeys.removed');
  }
}
