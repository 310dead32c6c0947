import { Component, inject } from '@angular/core';
import { OperatedCommunity } from '../console/operated-community';
import { CommunityPanel } from './community-panel';

/** The state of the community's market, and clearing a day again. */
@Component({
  selector: 'ceex-market-page',
  imports: [CommunityPanel],
  template: `
    @if (community.communityId(); as communityId) {
      <ceex-community-panel [communityId]="communityId" />
    }
  `,
})
export class MarketPage {
  protected readonly community = inject(OperatedCommunity);
}
