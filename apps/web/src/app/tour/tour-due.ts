import { Injectable, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { keep, kept } from '../kept';

const KEY = 'ceex.tour';

/** Whether the tour is to be shown: on the first visit to the trading screen, until it was gone through or skipped. */
@Injectable({ providedIn: 'root' })
export class TourDue {
  private readonly router = inject(Router);
  private readonly done = signal(kept(KEY) === 'done');
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
      startWith(this.router.url),
    ),
    { requireSync: true },
  );

  readonly due = computed(() => !this.done() && /^\/trading(?:[?#]|$)/.test(this.address()));

  end(): void {
    this.done.set(true);
    keep(KEY, 'done');
  }
}
