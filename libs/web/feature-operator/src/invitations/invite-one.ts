import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import {
  invite,
  type InvitationView,
  type InviteBody,
  type Language as LanguageCode,
  LANGUAGES,
} from '@ceex/contracts';
import { BffClient, Session, toProblemError } from '@ceex/web-data-access';
import { Field, FieldInput, Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatedCommunity } from '../console/operated-community';
import { NodePicker } from '../members/node-picker';
import { isAddress } from './is-address';

const CONFLICTS = { member: 'operator.invite.conflict', operator: 'operator.named.conflict' } as const;

/** Invites one person, to households or as an operator; closes with the invitation. */
@Component({
  selector: 'ceex-invite-one',
  imports: [
    Field,
    FieldInput,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    NodePicker,
    Notice,
    TranslocoPipe,
  ],
  templateUrl: './invite-one.html',
  styleUrl: './invite-one.css',
})
export class InviteOne {
  protected readonly dialog = inject<MatDialogRef<InviteOne, InvitationView>>(MatDialogRef);
  private readonly client = inject(BffClient);
  private readonly community = inject(OperatedCommunity);
  private readonly address = viewChild.required<ElementRef<HTMLInputElement>>('address');

  protected readonly languages = LANGUAGES;
  protected readonly email = signal('');
  protected readonly language = signal<LanguageCode>(inject(Session).user()?.language ?? 'de');
  protected readonly kind = signal<'member' | 'operator'>('member');
  protected readonly nodeIds = signal<readonly number[]>([]);
  /** Fields are complained of once somebody tried to send them. */
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** The server takes the address for none. */
  private readonly refused = signal(false);

  protected readonly wrongEmail = computed(() => this.refused() || (this.tried() && !isAddress(this.email())));
  protected readonly noNode = computed(() => this.kind() === 'member' && this.nodeIds().length === 0);

  protected type(event: Event): void {
    this.email.set((event.target as HTMLInputElement).value);
    this.refused.set(false);
  }

  protected speak(event: Event): void {
    this.language.set((event.target as HTMLSelectElement).value as LanguageCode);
  }

  protected async send(): Promise<void> {
    this.tried.set(true);
    const communityId = this.community.communityId();
    if (!isAddress(this.email())) return this.address().nativeElement.focus();
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
      this.address().nativeElement.focus();
    } else if (code === 'conflict') this.problem.set(CONFLICTS[this.kind()]);
    else this.problem.set(`shell.problem.${code}`);
  }
}
