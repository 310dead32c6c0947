import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  getInvitations,
  INVITATION_STATES,
  type InvitationState,
  type InvitationView,
  resendInvitation,
  withdrawInvitation,
} from '@ceex/contracts';
import { BffClient } from '@ceex/web-data-access';
import { ChoiceLinks, Language } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatedCommunity } from '../console/operated-community';
import { CommunityNodes } from '../members/community-nodes';
import type { Question } from '../parts/confirm-dialog';
import { Dialogs } from '../parts/dialogs';
import { ListFrame } from '../parts/list-frame';
import { type Done, Outcome } from '../parts/outcome';
import { pagedList } from '../parts/paged-list';
import { RowAction } from '../parts/row-action';
import { INVITATION_TONES } from './invitation-tones';

/** The invitations of a community: what became of them, and new ones. The state asked for is in the address. */
@Component({
  selector: 'ceex-invitations-page',
  imports: [ChoiceLinks, ListFrame, MatButton, Outcome, RouterLink, RowAction, TranslocoPipe],
  templateUrl: './invitations-page.html',
  styleUrl: '../parts/rows.css',
})
export class InvitationsPage {
  // From the router: the query parameters of these names.
  readonly state = input<string>();
  readonly invited = input<string>();

  private readonly client = inject(BffClient);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly nodes = inject(CommunityNodes);
  protected readonly community = inject(OperatedCommunity);
  protected readonly tones = INVITATION_TONES;

  private readonly said = signal<Done | null>(null);
  protected readonly done = computed<Done | null>(() => this.said() ?? this.doneElsewhere());

  private readonly wanted = computed(() => INVITATION_STATES.find((state) => state === this.state()));
  protected readonly choices = computed(() =>
    [undefined, ...INVITATION_STATES].map((state) => ({
      label: this.language.translate(`operator.invitations.filter.${state ?? 'all'}`),
      params: { state: state ?? null, invited: null },
      current: state === this.wanted(),
    })),
  );
  protected readonly list = pagedList(
    () => {
      const communityId = this.community.communityId();
      return communityId === undefined ? undefined : { communityId, state: this.wanted() };
    },
    async ({ communityId, state }, before: number | undefined) => {
      const page = await this.client.call(getInvitations, { params: { communityId }, query: { state, before } });
      return { items: page.invitations, next: page.next };
    },
  );

  protected what({ kind, nodes }: InvitationView): string {
    if (kind === 'operator') return this.language.translate('operator.invitations.asOperator');
    return nodes.map(({ label }) => label).join(', ');
  }

  /** When it was sent, and until when its link holds, or held. */
  protected until({ state, expiresAt }: InvitationView): { key: string; at: string } | null {
    const at = this.community.moment(expiresAt);
    if (state === 'open') return { key: 'operator.invitations.holdsUntil', at };
    return state === 'expired' ? { key: 'operator.invitations.heldUntil', at } : null;
  }

  protected mayResend(state: InvitationState): boolean {
    return state === 'open' || state === 'expired';
  }

  protected async invite(): Promise<void> {
    const { InviteOne } = await import('./invite-one');
    const invitation = await this.dialogs.open<InvitationView>(InviteOne, null);
    if (invitation === undefined) return;
    this.said.set({ text: 'operator.invite.done', params: { email: invitation.email }, letter: 'one' });
    this.nodes.reload();
    await this.list.reload();
  }

  protected resend(invitation: InvitationView): Promise<void> {
    return this.ask(invitation, {
      title: 'operator.resend.title',
      text: 'operator.resend.text',
      params: { email: invitation.email },
      action: 'operator.resend.action',
      takes: false,
      problems: { 'too-many-requests': 'operator.resend.tooSoon', conflict: 'operator.resend.tooLate' },
      run: () => this.client.call(resendInvitation, { params: this.of(invitation) }),
    });
  }

  protected withdraw(invitation: InvitationView): Promise<void> {
    return this.ask(invitation, {
      title: 'operator.withdraw.title',
      text: 'operator.withdraw.text',
      params: { email: invitation.email },
      action: 'operator.withdraw.action',
      takes: true,
      problems: { conflict: 'operator.withdraw.tooLate' },
      run: () => this.client.call(withdrawInvitation, { params: this.of(invitation) }),
    });
  }

  private async ask(invitation: InvitationView, question: Question): Promise<void> {
    if (!(await this.dialogs.confirm(question))) return;
    const what = question.takes ? 'withdraw' : 'resend';
    const params = { email: invitation.email };
    this.said.set({ text: `operator.${what}.done`, params, ...(!question.takes && { letter: 'one' as const }) });
    this.nodes.reload();
    await this.list.reload();
  }

  private of({ invitationId }: InvitationView): Record<string, number> {
    return { communityId: this.community.communityId() ?? 0, invitationId };
  }

  /** Where a list of addresses has just been invited. */
  private doneElsewhere(): Done | null {
    const count = Number(this.invited());
    if (!Number.isInteger(count) || count < 1) return null;
    return count === 1
      ? { text: 'operator.many.doneOne', letter: 'one' }
      : { text: 'operator.many.done', params: { count }, letter: 'several' };
  }
}
