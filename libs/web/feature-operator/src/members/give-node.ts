import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { addMemberNode, type Member } from '@ceex/contracts';
import { BffClient, toProblemError } from '@ceex/web-data-access';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatedCommunity } from '../console/operated-community';
import { DialogFrame } from '../parts/dialog-frame';
import { NodePicker } from './node-picker';

/** Gives a member one more node; closes with the member as they are then. */
@Component({
  selector: 'ceex-give-node',
  imports: [DialogFrame, NodePicker, TranslocoPipe],
  template: `
    <ceex-dialog-frame
      [heading]="'operator.give.title' | transloco: { email: member.email }"
      actionLabel="operator.give.action"
      [busy]="busy()"
      [problem]="problem()"
      (action)="give()"
    >
      <p>{{ 'operator.give.text' | transloco: { email: member.email } }}</p>
      <ceex-node-picker
        [single]="true"
        [(chosen)]="chosen"
        [without]="has"
        [error]="tried() && chosen().length === 0 ? ('operator.give.choose' | transloco) : ''"
      />
    </ceex-dialog-frame>
  `,
})
export class GiveNode {
  protected readonly member = inject<Member>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<GiveNode, Member>>(MatDialogRef);
  private readonly client = inject(BffClient);
  private readonly community = inject(OperatedCommunity);

  protected readonly has = this.member.nodes.map(({ nodeId }) => nodeId);
  protected readonly chosen = signal<readonly number[]>([]);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async give(): Promise<void> {
    this.tried.set(true);
    const [nodeId] = this.chosen();
    const communityId = this.community.communityId();
    if (nodeId === undefined || communityId === undefined) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const params = { communityId, userId: this.member.userId };
      this.dialog.close(await this.client.call(addMemberNode, { params, body: { nodeId } }));
    } catch (failure) {
      this.problem.set(`shell.problem.${toProblemError(failure).code}`);
    }
    this.busy.set(false);
  }
}
