import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';

/** One of several views of a page. */
export interface ChoiceLink {
  readonly label: string;
  /** The query parameters that ask for it; the others of the address stay. */
  readonly params: Params;
  readonly current: boolean;
}

/** The views of a page as links, since the one on the screen is in the address. */
@Component({
  selector: 'ceex-choice-links',
  imports: [RouterLink],
  template: `<nav [attr.aria-label]="label()">
    @for (link of links(); track $index) {
      <a
        routerLink="."
        queryParamsHandling="merge"
        [queryParams]="link.params"
        [replaceUrl]="replaceUrl()"
        [attr.aria-current]="link.current ? 'true' : null"
        >{{ link.label }}</a
      >
    }
  </nav>`,
  styleUrl: './choice-links.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceLinks {
  /** What there is to choose, in words. */
  readonly label = input.required<string>();
  readonly links = input.required<readonly ChoiceLink[]>();
  /** Whether a choice takes the place of the one before in the browser's history. */
  readonly replaceUrl = input(false, { transform: booleanAttribute });
}
