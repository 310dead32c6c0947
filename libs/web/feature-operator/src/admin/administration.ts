import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialogs } from '../parts/dialogs';
import { Realm } from '../parts/realm';
import { ServerRealm } from '../parts/server-realm';
import { SubNavigation, type SubLink } from '../parts/sub-navigation';

const LINKS: readonly SubLink[] = [
  { path: '/admin/communities', text: 'operator.pages.communities', icon: 'holiday_village' },
  { path: '/admin/mail', text: 'operator.pages.mail', icon: 'mail' },
  { path: '/admin/audit', text: 'operator.pages.audit', icon: 'history' },
];

/** The frame of the pages of whoever administers the server. */
@Component({
  selector: 'ceex-administration',
  imports: [RouterOutlet, SubNavigation, TranslocoPipe],
  template: `
    <div class="ceex-page">
      <h1>{{ 'operator.admin.title' | transloco }}</h1>
      <div class="frame">
        <ceex-sub-navigation [label]="'operator.pages.label' | transloco" [links]="links" />
        <div class="page"><router-outlet /></div>
      </div>
    </div>
  `,
  styleUrl: '../parts/frame.css',
  providers: [ServerRealm, { provide: Realm, useExisting: ServerRealm }, Dialogs],
})
export class Administration {
  protected readonly links = LINKS;
}
