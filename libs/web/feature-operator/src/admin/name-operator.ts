import { Component, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { type InvitationView, inviteOperator, type Language as LanguageCode } from '@ceex/contracts';
import { BffClient, Session, toProblemError } from '@ceex/web-data-access';
import { TranslocoPipe } from '@jsverse/transloco';
import { InvitedFields } from '../invitations/invited-fields';
import { DialogFrame } from '../parts/dialog-frame';

/** Invites one more operator of a community; closes with the invitation. */
@Component({
  selector: 'ceex-name-operator',
  imports: [DialogFrame, InvitedFields, TranslocoPipe],
  template: `
    <ceex-dialog-frame
      [heading]="'operator.named.title' | transloco: { community: community.name }"
      actionLabel="operator.invite.action"
      form="ceex-name-operator"
      [busy]="busy()"
      [problem]="problem()"
    >
      <p>{{ 'operator.named.text' | transloco }}</p>
      <form id="ceex-name-operator" novalidate (submit)="$event.preventDefault(); send()">
        <ceex-invited-fields [(email)]="email" [(language)]="language" [tried]="tried()" [refused]="refused()" />
      </form>
    </ceex-dialog-frame>
  `,
})
export class NameOperator {
  protected readonly community = inject<{ communityId: number; name: string }>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<NameOperator, InvitationView>>(MatDialogRef);
  private readonly client = inject(BffClient);
  private readonly fields = viewChild.required(InvitedFields);

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
