import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { localDay, startOfLocalDay } from '@ceex/units';
import { MarketClient, ServerClock, toProblemError } from '@ceex/web-data-access';
import { Formats, Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { dayToClear } from './day-to-clear';

type State = 'idle' | 'running' | { readonly intervals: number; readonly day: string } | { readonly problem: string };

/** Clears all intervals of a local day again. */
@Component({
  selector: 'ceex-clear-again',
  imports: [MatButton, MatFormField, MatInput, MatLabel, Notice, TranslocoPipe],
  templateUrl: './clear-again.html',
  styleUrl: './clear-again.scss',
})
export class ClearAgain {
  readonly communityId = input.required<number>();
  readonly timeZone = input.required<string>();
  readonly cleared = output();

  private readonly client = inject(MarketClient);
  private readonly clock = inject(ServerClock);
  private readonly formats = inject(Formats);

  protected readonly day = signal('');
  protected readonly state = signal<State>('idle');
  protected readonly today = computed(() => localDay(this.clock.now(), this.timeZone()));
  protected readonly running = computed(() => this.state() === 'running');

  protected readonly problem = computed(() => {
    const state = this.state();
    return typeof state === 'object' && 'problem' in state ? state.problem : null;
  });

  protected readonly result = computed(() => {
    const state = this.state();
    if (typeof state !== 'object' || !('intervals' in state)) return null;
    const day = this.formats.moment(startOfLocalDay(state.day, this.timeZone()), 'date', this.timeZone());
    const ending = state.intervals === 0 ? 'doneNone' : state.intervals === 1 ? 'doneOne' : 'done';
    return { key: `operator.again.${ending}`, params: { intervals: state.intervals, day } };
  });

  protected choose(event: Event): void {
    this.day.set((event.target as HTMLInputElement).value);
    this.state.set('idle');
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const day = this.day();
    const span = dayToClear(day, this.timeZone(), this.clock.now());
    if (typeof span === 'string') {
      const key = span === 'missing' ? 'dayMissing' : 'dayInFuture';
      this.state.set({ problem: `operator.again.${key}` });
      return;
    }
    this.state.set('running');
    try {
      const intervals = await this.client.clearAgain(this.communityId(), span.start, span.end);
      this.state.set({ intervals, day });
      this.cleared.emit();
    } catch (failure) {
      this.state.set({ problem: `shell.problem.${toProblemError(failure).code}` });
    }
  }
}
