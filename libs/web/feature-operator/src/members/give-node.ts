import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { addMemberNode, type Member } from '@ceex/contracts';
import { BffClient, toProblemError } from '@ceex/web-data-access';
import { Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatedCommunity } from '../console/operated-community';
import { NodePicker } from './node-picker';

/** Gives a member one more node; closes with the member as they are then. */
@Component({
  selector: 'ceex-give-node',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, NodePicker, Notice, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ 'operator.give.title' | transloco: { email: member.email } }}</h2>
    <mat-dialog-content>
      <p>{{ 'operator.give.text' | transloco: { email: member.email } }}</p>
      <ceex-node-picker
        [single]="true"
        [(chosen)]="chosen"
        [without]="has"
        [error]="tried() && chosen().length === 0 ? ('operator.give.choose' | transloco) : ''"
      />
      @if (problem(); as code) {
        <ceex-notice kind="error" [text]="'shell.problem.' + code | transloco" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="dialog.close()">{{ 'operator.cancel' | transloco }}</button>
      <button matButton="filled" type="button" [disabled]="busy()" (click)="give()">
        {{ (busy() ? 'operator.working' : 'operator.give.action') | transloco }}
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
export class GiveNode {
  protected readonly member = inject<Member>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<GiveNode, Member>>(MatDialogRef);
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
      this.problem.set(toProblemError(failure).code);
    }
    this.busy.set(false);
  }
}
