import { Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { SettingsClient, type TotpSecret } from '@ceex/web-data-access/settings';
import { attempt } from '@ceex/web-data-access/start';
import { AttemptNotice, entry, Field, FieldInput } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { CODE_FIELD } from '../question/question';
import { qrPath } from './qr-path';

/** Sets up an authenticator app: scan or type the key, then prove it by a code. Closes with the recovery codes. */
@Component({
  selector: 'ceex-totp-dialog',
  imports: [
    AttemptNotice,
    Field,
    FieldInput,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoPipe,
  ],
  templateUrl: './totp-dialog.html',
  styleUrl: './totp-dialog.scss',
})
export class TotpDialog {
  private readonly secret = inject<TotpSecret>(MAT_DIALOG_DATA);
  private readonly client = inject(SettingsClient);
  private readonly dialog = inject<MatDialogRef<TotpDialog, readonly string[]>>(MatDialogRef);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  protected readonly qr = qrPath(this.secret.uri);
  /** In groups of four, for typing. */
  protected readonly key = this.secret.secret.replace(/(.{4})(?=.)/g, '$1 ');
  protected readonly code = entry(CODE_FIELD.complete);
  protected readonly attempt = attempt();
  protected readonly error = computed(() => {
    if (this.attempt.problem()?.code === 'wrong-code') return 'settings.secondFactor.codeWrong';
    return this.code.wrong() ? CODE_FIELD.error : '';
  });

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    if (!this.code.complete()) {
      this.code.leave();
      return this.box().nativeElement.focus();
    }
    let codes: readonly string[] = [];
    const failure = await this.attempt.run(async () => {
      codes = await this.client.confirmTotp(this.code.text().replace(/\s/g, ''));
    });
    if (failure === null) this.dialog.close(codes);
    else this.box().nativeElement.select();
  }
}
