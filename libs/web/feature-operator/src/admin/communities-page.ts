import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { getCommunities, type InvitationView } from '@ceex/contracts';
import { BffClient } from '@ceex/web-data-access';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialogs } from '../parts/dialogs';
import { ListFrame } from '../parts/list-frame';
import { type Done, Outcome } from '../parts/outcome';
import { pagedList } from '../parts/paged-list';
import { RowAction } from '../parts/row-action';

type CommunityOfServer = ReturnType<typeof getCommunities.schemas.response.parse>['communities'][number];

/** The communities of the server, and who operates them. */
@Component({
  selector: 'ceex-communities-page',
  imports: [ListFrame, MatButton, Outcome, RouterLink, RowAction, TranslocoPipe],
  templateUrl: './communities-page.html',
  styleUrl: '../parts/rows.css',
})
export class CommunitiesPage {
  /** From the router: a community that has just been founded. */
  readonly founded = input<string>();

  private readonly client = inject(BffClient);
  private readonly dialogs = inject(Dialogs);
  protected readonly done = signal<Done | null>(null);

  protected readonly list = pagedList(
    () => 'all',
    async (_, after: number | undefined) => {
      const { communities, next } = await this.client.call(getCommunities, { query: { after } });
      return { items: communities, next };
    },
  );

  protected async name(community: CommunityOfServer): Promise<void> {
    const { NameOperator } = await import('./name-operator');
    const invitation = await this.dialogs.open<InvitationView>(NameOperator, community);
    if (invitation === undefined) return;
    const params = { email: invitation.email, community: community.name };
    this.done.set({ text: 'operator.named.done', params, letter: 'one' });
  }
}
