import { Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Realm } from './realm';

export interface SubLink {
  readonly path: string;
  /** The key of its text. */
  readonly text: string;
  readonly icon: string;
}

/** The pages of the console: beside them where there is room, else above. */
@Component({
  selector: 'ceex-sub-navigation',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `<nav [attr.aria-label]="label()">
    @for (link of links(); track link.path) {
      <a
        [routerLink]="link.path"
        [queryParams]="realm.queryParams()"
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
      >
        <svg class="ceex-icon" aria-hidden="true"><use [attr.href]="'icons.svg#' + link.icon" /></svg>
        {{ link.text | transloco }}
      </a>
    }
  </nav>`,
  styleUrl: './sub-navigation.css',
})
export class SubNavigation {
  readonly label = input.required<string>();
  readonly links = input.required<readonly SubLink[]>();
  protected readonly realm = inject(Realm);
}
