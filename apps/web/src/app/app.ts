import { Component, ElementRef, inject } from '@angular/core';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, map, pairwise } from 'rxjs';
import { AppUpdate } from './app-update';
import { UpdateOffer } from './update-offer';

@Component({
  selector: 'ceex-root',
  imports: [RouterOutlet, UpdateOffer],
  template: `
    <router-outlet />
    @defer (when update.ready()) {
      <ceex-update-offer />
    }
  `,
})
export class App {
  protected readonly update = inject(AppUpdate);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // A reader of the screen hears of a new page by the focus; a changed parameter is no new page.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([from, to]) => from !== to),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.host.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
  }
}
