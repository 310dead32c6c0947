import { Component, computed, inject } from '@angular/core';
import { startOfLocalDay } from '@ceex/units';
import { EnergyPipe, Formats, Notice, Skeleton, Term, TextPipe } from '@ceex/web-ui';
import { TradingStore } from '../store/trading-store';

/** Who and what the household is in its community, with the energy of its last twelve months. */
@Component({
  selector: 'ceex-profile-panel',
  imports: [EnergyPipe, Notice, Skeleton, Term, TextPipe],
  templateUrl: './profile-panel.html',
  styleUrl: './profile-panel.scss',
  host: { class: 'ceex-panel' },
})
export class ProfilePanel {
  protected readonly store = inject(TradingStore);
  private readonly formats = inject(Formats);

  protected readonly year = computed(() => {
    const profile = this.store.profile.value();
    if (profile === undefined) return null;
    const date = (day: string) => this.formats.moment(startOfLocalDay(day, profile.timeZone), 'date', profile.timeZone);
    return { from: date(profile.lastTwelveMonths.from), to: date(profile.lastTwelveMonths.to) };
  });

  /** A metering point in groups to read aloud: country and grid operator, then twenty characters by fives. */
  protected readonly meteringPoint = computed(
    () =>
      this.store.profile.value()?.meteringPoint?.replace(/^(.{13})(.{5})(.{5})(.{5})(.{5})$/, '$1 $2 $3 $4 $5') ?? null,
  );
}
