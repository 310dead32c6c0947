import { Component, ElementRef, inject } from '@angular/core';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, map, pairwise } from 'rxjs';

@Component({
  selector: 'ceex-root',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
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
