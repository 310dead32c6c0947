import { Component, inject } from '@angular/core';
import { Session } from '@ceex/web-data-access';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommunityPanel } from './community-panel';

/** What an operator sees: each community with the state of its market, and clearing a day again. */
@Component({
  selector: 'ceex-operator',
  imports: [CommunityPanel, TranslocoPipe],
  template: `
    <div class="ceex-page">
      <h1>{{ 'shell.operator.title' | transloco }}</h1>
      @for (communityId of session.operates(); track communityId) {
        <ceex-community-panel [communityId]="communityId" />
      } @empty {
        <p>{{ 'shell.operator.none' | transloco }}</p>
      }
    </div>
  `,
})
export class Operator {
  protected readonly session = inject(Session);
}
