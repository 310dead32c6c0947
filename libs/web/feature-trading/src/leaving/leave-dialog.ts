import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { StrategyDraft } from '../store/strategy-draft';
import { TranslocoPipe } from '@jsverse/transloco';

/** What the user wants to do with changes that are not saved; closed without an answer it is `stay`. */
export type LeaveAnswer = 'save' | 'leave' | 'stay';

/** Asks before changes are lost. */
@Component({
  selector: 'ceex-leave-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ 'trading.leave.title' | transloco }}</h2>
    <mat-dialog-content>{{ 'trading.leave.text' | transloco }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close="leave">{{ 'trading.leave.leave' | transloco }}</button>
      <button matButton mat-dialog-close="stay">{{ 'trading.leave.stay' | transloco }}</button>
      @if (draft.savable()) {
        <button matButton="filled" mat-dialog-close="save" cdkFocusInitial>
          {{ 'trading.leave.save' | transloco }}
        </button>
      }
    </mat-dialog-actions>
  `,
})
export class LeaveDialog {
  protected readonly draft = inject(StrategyDraft);
}
