import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { invite, type InvitationView, type InviteBody, type Language as LanguageCode } from '@ceex/contracts';
import { BffClient, Session, toProblemError } from '@ceex/web-data-access';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatedCommunity } from '../console/operated-community';
import { NodePicker } from '../members/node-picker';
import { DialogFrame } from '../parts/dialog-frame';
import { InvitedFields } from './invited-fields';

const CONFLICTS = { member: 'operator.invite.conflict', operator: 'operator.named.conflict' } as const;

/** Invites one person, to households or as an operator; closes with the invitation. */
@Component({
  selector: 'ceex-invite-one',
  imports: [DialogFrame, InvitedFields, MatRadioButton, MatRadioGroup, NodePicker, TranslocoPipe],
  templateUrl: './invite-one.html',
  styleUrl: './invite-one.css',
})
export class InviteOne {
  private readonly dialog = inject<MatDialogRef<InviteOne, InvitationView>>(MatDialogRef);
  private readonly client = inject(BffClient);
  private readonly community = inject(OperatedCommunity);
  private readonly fields = viewChild.required(InvitedFields);

  protected readonly email = signal('');
  protected readonly language = signal<LanguageCode>(inject(Session).user()?.language ?? 'de');
  protected readonly kind = signal<'member' | 'operator'>('member');
  protected readonly nodeIds = signal<readonly number[]>([]);
  /** Fields are complained of once somebody tried to send them. */
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** The server takes the address for none; another one is another matter. */
  protected readonly refused = linkedSignal({ source: this.email, computation: () => false });

  protected readonly noNode = computed(() => this.kind() === 'member' && this.nodeIds().length === 0);

  protected async send(): Promise<void> {
    this.tried.set(true);
    const communityId = this.community.communityId();
    if (!this.fields().complete()) return this.fields().focus();
    if (this.noNode() || this.busy() || communityId === undefined) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.client.call(invite, { params: { communityId }, body: this.body() }));
    } catch (failure) {
      this.fail(failure);
    }
    this.busy.set(false);
  }

  private body(): InviteBody {
    const to = { email: this.email().trim(), language: this.language() };
    return this.kind() === 'operator'
      ? { kind: 'operator', ...to }
      : { kind: 'member', ...to, nodeIds: [...this.nodeIds()] };
  }

  private fail(failure: unknown): void {
    const { code, errors } = toProblemError(failure);
    if (errors.some(({ path }) => path.endsWith('email'))) {
      this.refused.set(true);
      this.fields().focus();
    } else if (code === 'conflict') this.problem.set(CONFLICTS[this.kind()]);
    else this.problem.set(`shell.problem.${code}`);
  }
}
