import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommunityNodes } from '../members/community-nodes';
import { Dialogs } from '../parts/dialogs';
import { Realm } from '../parts/realm';
import { SubNavigation, type SubLink } from '../parts/sub-navigation';
import { CommunityLink } from './community-link';
import { OperatedCommunity } from './operated-community';

const LINKS: readonly SubLink[] = [
  { path: '/operator/market', text: 'operator.pages.market', icon: 'monitoring' },
  { path: '/operator/members', text: 'operator.pages.members', icon: 'group' },
  { path: '/operator/invitations', text: 'operator.pages.invitations', icon: 'person_add' },
  { path: '/operator/mail', text: 'operator.pages.mail', icon: 'mail' },
  { path: '/operator/audit', text: 'operator.pages.audit', icon: 'history' },
];

/** The frame of an operator's pages: which community, which page. */
@Component({
  selector: 'ceex-operator-console',
  imports: [CommunityLink, RouterOutlet, SubNavigation, TranslocoPipe],
  template: `
    <div class="ceex-page">
      <h1>
        {{ 'operator.title' | transloco }}
        <span class="name">{{ community.name() }}</span>
      </h1>
      @if (community.all().length > 1) {
        <nav class="communities" [attr.aria-label]="'operator.communities' | transloco">
          @for (communityId of community.all(); track communityId) {
            <ceex-community-link [communityId]="communityId" [current]="communityId === community.communityId()" />
          }
        </nav>
      }
      <div class="frame">
        <ceex-sub-navigation [label]="'operator.pages.label' | transloco" [links]="links" />
        <div class="page"><router-outlet /></div>
      </div>
    </div>
  `,
  styleUrl: '../parts/frame.css',
  providers: [OperatedCommunity, { provide: Realm, useExisting: OperatedCommunity }, CommunityNodes, Dialogs],
})
export class OperatorConsole {
  protected readonly community = inject(OperatedCommunity);
  protected readonly links = LINKS;
}
