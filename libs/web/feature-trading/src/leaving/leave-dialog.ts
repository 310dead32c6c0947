import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { TextPipe } from '@ceex/web-ui';
import { StrategyDraft } from '../store/strategy-draft';

/** What the user wants to do with changes that are not saved; closed without an answer it is `stay`. */
export type LeaveAnswer = 'save' | 'leave' | 'stay';

/** Asks before changes are lost. */
@Component({
  selector: 'ceex-leave-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ 'trading.leave.title' | ceexText }}</h2>
    <mat-dialog-content>{{ 'trading.leave.text' | ceexText }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close="leave">{{ 'trading.leave.leave' | ceexText }}</button>
      <button matButton mat-dialog-close="stay">{{ 'trading.leave.stay' | ceexText }}</button>
      @if (draft.savable()) {
        <button matButton="filled" mat-dialog-close="save" cdkFocusInitial>
          {{ 'trading.leave.save' | ceexText }}
        </button>
      }
    </mat-dialog-actions>
  `,
})
export class LeaveDialog {
  protected readonly draft = inject(StrategyDraft);
}
