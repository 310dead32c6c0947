import { Component, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type InvitationView, inviteOperator, type Language as LanguageCode } from '@ceex/contracts';
import { BffClient, Session, toProblemError } from '@ceex/web-data-access';
import { Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatorFields } from './operator-fields';

/** Invites one more operator of a community; closes with the invitation. */
@Component({
  selector: 'ceex-name-operator',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, Notice, OperatorFields, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ 'operator.named.title' | transloco: { community: community.name } }}</h2>
    <mat-dialog-content>
      <p>{{ 'operator.named.text' | transloco }}</p>
      <form id="ceex-name-operator" novalidate (submit)="$event.preventDefault(); send()">
        <ceex-operator-fields [(email)]="email" [(language)]="language" [tried]="tried()" [refused]="refused()" />
      </form>
      @if (problem(); as key) {
        <ceex-notice kind="error" [text]="key | transloco" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="dialog.close()">{{ 'operator.cancel' | transloco }}</button>
      <button matButton="filled" type="submit" form="ceex-name-operator" [disabled]="busy()">
        {{ (busy() ? 'operator.working' : 'operator.invite.action') | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--ceex-space-2);
    }
  `,
})
export class NameOperator {
  protected readonly community = inject<{ communityId: number; name: string }>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<NameOperator, InvitationView>>(MatDialogRef);
  private readonly client = inject(BffClient);
  private readonly fields = viewChild.required(OperatorFields);

  protected readonly email = signal('');
  protected readonly language = signal<LanguageCode>(inject(Session).user()?.language ?? 'de');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = linkedSignal({ source: this.email, computation: () => false });
  protected readonly problem = linkedSignal<string, string | null>({ source: this.email, computation: () => null });

  protected async send(): Promise<void> {
    this.tried.set(true);
    if (!this.fields().complete()) return this.fields().focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const params = { communityId: this.community.communityId };
      const body = { email: this.email().trim(), language: this.language() };
      this.dialog.close(await this.client.call(inviteOperator, { params, body }));
    } catch (failure) {
      const { code, errors } = toProblemError(failure);
      if (errors.some(({ path }) => path.endsWith('email'))) this.refused.set(true);
      else this.problem.set(code === 'conflict' ? 'operator.named.conflict' : `shell.problem.${code}`);
    }
    this.busy.set(false);
  }
}
