import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** A dialog that does something: its title, what is filled in, what went wrong, and the buttons to leave or do it. */
@Component({
  selector: 'ceex-dialog-frame',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, Notice, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ heading() }}</h2>
    <mat-dialog-content>
      <ng-content />
      @if (problem(); as key) {
        <ceex-notice kind="error" [text]="key | transloco" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="dialog.close()">{{ 'operator.cancel' | transloco }}</button>
      <button
        matButton="filled"
        [attr.type]="form() === null ? 'button' : 'submit'"
        [attr.form]="form()"
        [disabled]="busy()"
        (click)="action.emit()"
      >
        {{ (busy() ? 'operator.working' : actionLabel()) | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    :host {
      display: contents;
    }
    mat-dialog-content {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--ceex-space-2);
    }
  `,
})
export class DialogFrame {
  readonly heading = input.required<string>();
  /** The key of what the button says: what it does. */
  readonly actionLabel = input.required<string>();
  /** The id of the form inside that the button sends; null where there is none. */
  readonly form = input<string | null>(null);
  readonly busy = input(false);
  /** The key of what went wrong; null where nothing did. */
  readonly problem = input<string | null>(null);
  /** The button was pressed; where there is a form, that one tells of it. */
  readonly action = output();

  protected readonly dialog = inject<MatDialogRef<unknown>>(MatDialogRef);
}
