import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type ClientProblemCode, toProblemError } from '@ceex/web-data-access';
import { Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** Something to do that is asked about first. */
export interface Question {
  /** Keys of texts, with what is filled in. */
  readonly title: string;
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
  /** The key of what the button says: what it does, never "OK". */
  readonly action: string;
  /** Something is taken away from somebody. */
  readonly takes: boolean;
  /** Words for problems that mean something particular here, by their codes. */
  readonly problems?: Readonly<Partial<Record<ClientProblemCode, string>>>;
  /** Rejects with a ProblemError. */
  readonly run: () => Promise<unknown>;
}

/** Says what will happen, does it, and stays open where it failed. Closes with true once it is done. */
@Component({
  selector: 'ceex-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, Notice, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ question.title | transloco: question.params }}</h2>
    <mat-dialog-content>
      <p>{{ question.text | transloco: question.params }}</p>
      @if (problem(); as code) {
        <ceex-notice [kind]="code === 'offline' ? 'offline' : 'error'" [text]="words(code) | transloco" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="dialog.close(false)">{{ 'operator.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="button"
        [attr.cdkFocusInitial]="question.takes ? null : ''"
        [class.takes]="question.takes"
        [disabled]="busy()"
        (click)="run()"
      >
        {{ (busy() ? 'operator.working' : question.action) | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--ceex-space-2);
    }
    p {
      color: var(--mat-sys-on-surface);
      overflow-wrap: anywhere;
    }
    .takes {
      --mat-button-filled-container-color: var(--mat-sys-error);
      --mat-button-filled-label-text-color: var(--mat-sys-on-error);
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<ConfirmDialog, boolean>>(MatDialogRef);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblemCode | null>(null);

  protected words(code: ClientProblemCode): string {
    return this.question.problems?.[code] ?? `shell.problem.${code}`;
  }

  protected async run(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.question.run();
      this.dialog.close(true);
    } catch (failure) {
      this.problem.set(toProblemError(failure).code);
    }
    this.busy.set(false);
  }
}
