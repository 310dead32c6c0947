import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { SettingsClient, type TotpSecret } from '@ceex/web-data-access/settings';
import { Notice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Moments } from '../moments';
import { Asking } from '../question/asking';
import { CODE_FIELD } from '../question/question';
import { Section } from '../section/section';
import { RecoveryCodesDialog } from './recovery-codes-dialog';
import { TotpDialog } from './totp-dialog';

/** From so few on it is time for new ones. */
const FEW_CODES = 3;
const SIX_DIGITS = /^\d{6}$/;

/** An authenticator app as second step, and the recovery codes for when it is lost. */
@Component({
  selector: 'ceex-settings-second-factor',
  imports: [MatButton, Notice, Section, TranslocoPipe],
  templateUrl: './second-factor.html',
  styleUrl: '../section/parts.scss',
})
export class SecondFactorSection {
  private readonly client = inject(SettingsClient);
  private readonly asking = inject(Asking);
  private readonly dialogs = inject(MatDialog);
  protected readonly moments = inject(Moments);

  protected readonly state = resource({ loader: () => this.client.secondFactor() });
  protected readonly now = computed(() => (this.state.hasValue() ? this.state.value() : null));
  protected readonly few = computed(() => (this.now()?.recoveryCodesLeft ?? FEW_CODES) < FEW_CODES);
  protected readonly done = signal('');

  protected async turnOn(): Promise<void> {
    this.done.set('');
    const begun: { secret?: TotpSecret } = {};
    await this.asking.ask({
      title: 'settings.secondFactor.setUpTitle',
      text: 'settings.secondFactor.before',
      action: 'settings.continue',
      password: 'always',
      work: async ({ password = '' }) => (begun.secret = await this.client.beginTotp(password)),
    });
    if (begun.secret === undefined) return;
    const dialog = this.dialogs.open<TotpDialog, TotpSecret, readonly string[]>(TotpDialog, {
      data: begun.secret,
      disableClose: true,
      maxWidth: 'min(32rem, calc(100vw - 32px))',
      width: '32rem',
    });
    const codes = await firstValueFrom(dialog.afterClosed());
    if (codes === undefined) return;
    await this.show(codes);
    this.done.set('settings.secondFactor.on');
  }

  protected async renew(): Promise<void> {
    this.done.set('');
    let codes: readonly string[] = [];
    const renewed = await this.asking.ask({
      title: 'settings.secondFactor.renew',
      text: 'settings.secondFactor.renewText',
      action: 'settings.secondFactor.renew',
      password: 'always',
      field: CODE_FIELD,
      work: async ({ text, password = '' }) =>
        (codes = await this.client.renewRecoveryCodes(password, text.replace(/\s/g, ''))),
    });
    if (renewed) await this.show(codes);
  }

  /** By a code of the app, or of recovery where the app is lost. */
  protected async turnOff(): Promise<void> {
    this.done.set('');
    const off = await this.asking.ask({
      title: 'settings.secondFactor.turnOff',
      text: 'settings.secondFactor.turnOffText',
      action: 'settings.secondFactor.turnOff',
      grave: true,
      password: 'always',
      field: {
        label: 'settings.secondFactor.anyCode',
        error: 'settings.secondFactor.anyCodeError',
        complete: (text) => SIX_DIGITS.test(text.replace(/\s/g, '')) || text.replace(/[\s-]/g, '').length >= 16,
      },
      work: async ({ text, password = '' }) => {
        const digits = text.replace(/\s/g, '');
        const proof = SIX_DIGITS.test(digits) ? { code: digits } : { recoveryCode: text };
        this.state.set(await this.client.removeTotp(password, proof));
      },
    });
    if (off) this.done.set('settings.secondFactor.off');
  }

  private async show(codes: readonly string[]): Promise<void> {
    this.state.reload();
    const dialog = this.dialogs.open<RecoveryCodesDialog, readonly string[]>(RecoveryCodesDialog, {
      data: codes,
      disableClose: true,
      maxWidth: 'min(36rem, calc(100vw - 32px))',
      width: '36rem',
    });
    await firstValueFrom(dialog.afterClosed());
  }
}
