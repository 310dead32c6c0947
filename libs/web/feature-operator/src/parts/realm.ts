import { computed, inject, type Signal } from '@angular/core';
import { startOfLocalDay } from '@ceex/units';
import { ServerClock } from '@ceex/web-data-access';
import { Formats } from '@ceex/web-ui';

/** What a page administers: one community, or the server itself. */
export abstract class Realm {
  private readonly formats = inject(Formats);
  private readonly clock = inject(ServerClock);

  /** Null: the server. Undefined: not known yet. */
  abstract readonly communityId: Signal<number | null | undefined>;
  abstract readonly timeZone: Signal<string | undefined>;
  /** What links keep in the address. */
  abstract readonly queryParams: Signal<Readonly<Record<string, string>>>;

  /** Where the letters of this realm are, for links. */
  readonly mailPath = computed(() => (this.communityId() === null ? '/admin/mail' : '/operator/mail'));

  /** `yesterday 23:45`; nothing while the time zone is not known. */
  moment(instant: string): string {
    const timeZone = this.timeZone();
    return timeZone === undefined ? '' : this.formats.recent(Date.parse(instant), this.clock.now(), timeZone);
  }

  /** `21 November 2026`. Days of accounts and duties are UTC days. */
  day(day: string): string {
    return this.formats.moment(startOfLocalDay(day, 'UTC'), 'date', 'UTC');
  }
}
