import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RuntimeConfig } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveFile } from '../privacy/save-file';

/** Recovery codes, this once: to copy, to keep as a file, to print. */
@Component({
  selector: 'ceex-recovery-codes-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  templateUrl: './recovery-codes-dialog.html',
  styleUrl: './recovery-codes-dialog.scss',
})
export class RecoveryCodesDialog {
  protected readonly codes = inject<readonly string[]>(MAT_DIALOG_DATA);
  private readonly document = inject(DOCUMENT);
  private readonly product = inject(RuntimeConfig).value().productName;
  protected readonly said = signal('');

  protected async copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(this.codes.join('\n')).then(
      () => true,
      () => false,
    );
    this.said.set(copied ? 'settings.secondFactor.copied' : 'settings.secondFactor.notCopied');
  }

  protected download(): void {
    saveFile(
      this.document,
      `${this.product}-recovery-codes.txt`,
      new Blob([`${this.product}\n\n${this.codes.join('\n')}\n`]),
    );
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
