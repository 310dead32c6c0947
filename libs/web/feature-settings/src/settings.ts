import { Component, inject } from '@angular/core';
import { Session } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';
import { Household } from './household/household';
import { Passkeys } from './passkeys/passkeys';
import { Password } from './password/password';
import { Privacy } from './privacy/privacy';
import { Profile } from './profile/profile';
import { SecondFactorSection } from './second-factor/second-factor';
import { Sessions } from './sessions/sessions';

/** The own account: who one is here, how one signs in and where, what others see, and what is kept. */
@Component({
  selector: 'ceex-settings',
  imports: [Household, Passkeys, Password, Privacy, Profile, SecondFactorSection, Sessions, TranslocoPipe],
  template: `
    <div class="ceex-page">
      <h1>{{ 'settings.title' | transloco }}</h1>
      <ceex-settings-profile />
      @for (node of session.nodes(); track node.nodeId) {
        <ceex-settings-household [nodeId]="node.nodeId" />
      }
      <ceex-settings-password />
      <ceex-settings-second-factor />
      <ceex-settings-passkeys />
      <ceex-settings-sessions />
      <ceex-settings-privacy />
    </div>
  `,
})
export class Settings {
  protected readonly session = inject(Session);
}
