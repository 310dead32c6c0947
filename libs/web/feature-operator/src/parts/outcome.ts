import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Realm } from './realm';

/** What was done last, in words. */
export interface Done {
  /** The key of a text, with what is filled in. */
  readonly text: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Whether one letter or several tell somebody of it; none where it is left out. */
  readonly letter?: 'one' | 'several';
}

/**
 * Says what was done, aloud as well, and where to see the letter that tells of it. Letters of a community are for its
 * operators to see: an administrator of the server is only told that there is one.
 */
@Component({
  selector: 'ceex-outcome',
  imports: [RouterLink, TranslocoPipe],
  template: `
    @if (done(); as done) {
      <p>
        <svg class="ceex-icon" aria-hidden="true"><use href="icons.svg#check_circle" /></svg>
        <span>
          {{ done.text | transloco: done.params ?? {} }}
          @if (done.letter) {
            {{ 'operator.letter.' + done.letter | transloco }}
            @if (realm.communityId() !== null) {
              <a [routerLink]="realm.mailPath()" [queryParams]="realm.queryParams()">{{
                'operator.toMail' | transloco
              }}</a>
            }
          }
        </span>
      </p>
    }
  `,
  styles: `
    /* An empty one takes no room, yet is there to be read aloud. */
    :host {
      display: contents;
    }
    p {
      display: flex;
      gap: var(--ceex-space-1);
      max-width: none;
      padding: 12px var(--ceex-space-2);
      border-radius: var(--ceex-radius-small);
      background: var(--ceex-leaf-container);
      color: var(--ceex-on-leaf-container);
      overflow-wrap: anywhere;
    }
    a {
      color: inherit;
    }
  `,
  host: { 'aria-live': 'polite' },
})
export class Outcome {
  readonly done = input.required<Done | null>();
  protected readonly realm = inject(Realm);
}
