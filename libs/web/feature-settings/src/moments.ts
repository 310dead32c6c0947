import { computed, inject, Injectable, resource } from '@angular/core';
import { HouseholdClient } from '@ceex/web-data-access/settings';
import { Session } from '@ceex/web-data-access/start';
import { Formats } from '@ceex/web-ui';

/** Moments of the account by the clock of the user's community; of this device where there is none. */
@Injectable({ providedIn: 'root' })
export class Moments {
  private readonly client = inject(HouseholdClient);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);

  private readonly profile = resource({
    params: () => this.session.nodes()[0]?.nodeId,
    loader: ({ params }) => this.client.profile(params),
  });
  private readonly timeZone = computed(() =>
    this.profile.hasValue() ? this.profile.value().timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone,
  );

  /** `21 November 2026` */
  day(instant: string): string {
    return this.formats.moment(Date.parse(instant), 'date', this.timeZone());
  }

  /** `yesterday 23:45` */
  recent(instant: string): string {
    return this.formats.recent(Date.parse(instant), Date.now(), this.timeZone());
  }
}
