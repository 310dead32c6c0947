import { Component, computed, inject, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { getMembers, makeOperator, type Member, removeMemberNode, unmakeOperator } from '@ceex/contracts';
import { BffClient, Session } from '@ceex/web-data-access';
import { Field, FieldInput } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { OperatedCommunity } from '../console/operated-community';
import type { Question } from '../parts/confirm-dialog';
import { Dialogs } from '../parts/dialogs';
import { ListFrame } from '../parts/list-frame';
import { type Done, Outcome } from '../parts/outcome';
import { pagedList } from '../parts/paged-list';
import { RowAction } from '../parts/row-action';
import { CommunityNodes } from './community-nodes';

const TYPING_MS = 300;
type NodeOfMember = Member['nodes'][number];

/** The members of a community, with what its operator may change about them. */
@Component({
  selector: 'ceex-members-page',
  imports: [Field, FieldInput, ListFrame, MatButton, Outcome, RouterLink, RowAction, TranslocoPipe],
  templateUrl: './members-page.html',
  styleUrls: ['../parts/rows.css', './members-page.css'],
})
export class MembersPage {
  private readonly client = inject(BffClient);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(Session);
  private readonly nodes = inject(CommunityNodes);
  protected readonly community = inject(OperatedCommunity);

  protected readonly typed = signal('');
  private readonly search = toSignal(toObservable(this.typed).pipe(debounceTime(TYPING_MS)), { initialValue: '' });
  protected readonly done = signal<Done | null>(null);

  private readonly query = computed(
    () => {
      const communityId = this.community.communityId();
      return communityId === undefined ? undefined : { communityId, search: this.search().trim() || undefined };
    },
    { equal: (a, b) => a?.communityId === b?.communityId && a?.search === b?.search },
  );
  protected readonly list = pagedList(this.query, async ({ communityId, search }, after: string | undefined) => {
    const page = await this.client.call(getMembers, { params: { communityId }, query: { search, after } });
    return { items: page.members, next: page.next, total: page.total };
  });

  protected isYou(member: Member): boolean {
    return member.userId === this.session.user()?.userId;
  }

  protected async give(member: Member): Promise<void> {
    const { GiveNode } = await import('./give-node');
    const changed = await this.dialogs.open<Member>(GiveNode, member);
    if (changed === undefined) return;
    this.nodes.reload();
    this.list.replace(({ userId }) => userId === member.userId, changed);
    if (this.isYou(member)) await this.session.refresh();
    const given = changed.nodes.find(({ nodeId }) => !member.nodes.some((node) => node.nodeId === nodeId));
    const params = { email: member.email, label: given?.label ?? '' };
    this.done.set({ text: 'operator.give.done', params, letter: 'one' });
  }

  protected take(member: Member, node: NodeOfMember): Promise<void> {
    const last = member.nodes.length === 1 && !member.operator;
    return this.ask({
      title: 'operator.take.title',
      text: last ? 'operator.take.textLast' : 'operator.take.text',
      params: { email: member.email, label: node.label },
      action: 'operator.take.action',
      done: 'operator.take.done',
      takes: true,
      run: () => this.client.call(removeMemberNode, { params: { ...this.of(member), nodeId: node.nodeId } }),
      you: this.isYou(member),
    });
  }

  protected make(member: Member): Promise<void> {
    return this.ask({
      title: 'operator.make.title',
      text: 'operator.make.text',
      params: { email: member.email },
      action: 'operator.make.action',
      done: 'operator.make.done',
      takes: false,
      run: () => this.client.call(makeOperator, { params: this.of(member) }),
      you: false,
    });
  }

  protected unmake(member: Member): Promise<void> {
    return this.ask({
      title: 'operator.unmake.title',
      text: this.isYou(member) ? 'operator.unmake.textYou' : 'operator.unmake.text',
      params: { email: member.email },
      action: 'operator.unmake.action',
      done: 'operator.unmake.done',
      takes: true,
      run: () => this.client.call(unmakeOperator, { params: this.of(member) }),
      you: this.isYou(member),
    });
  }

  private of({ userId }: Member): Record<'communityId' | 'userId', string | number> {
    return { communityId: this.community.communityId() ?? 0, userId };
  }

  private async ask(question: Question & { readonly done: string; readonly you: boolean }): Promise<void> {
    if (!(await this.dialogs.confirm(question))) return;
    // Whoever took something from themselves has other rights from now on.
    if (question.you) await this.session.refresh();
    this.done.set({ text: question.done, params: question.params, letter: 'one' });
    this.nodes.reload();
    await this.list.reload();
  }
}
