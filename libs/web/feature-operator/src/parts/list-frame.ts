import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Notice, Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PagedList } from './paged-list';

/** The states of a list around its rows: loading, failed, empty, and the way to the next page. */
@Component({
  selector: 'ceex-list-frame',
  imports: [MatButton, Notice, Skeleton, TranslocoPipe],
  template: `
    @if (list().items(); as items) {
      @if (items.length > 0) {
        <ng-content />
      } @else {
        <ceex-notice kind="empty" [text]="empty()" />
      }
    } @else if (list().problem() === null) {
      <div role="status" class="waiting">
        <span class="ceex-hidden">{{ 'operator.loading' | transloco }}</span>
        @for (row of rows; track row) {
          <ceex-skeleton [height]="rowHeight()" />
        }
      </div>
    }
    @if (list().problem(); as code) {
      <ceex-notice
        [kind]="isAway() ? 'offline' : 'error'"
        [text]="'shell.problem.' + code | transloco"
        [actionLabel]="'operator.retry' | transloco"
        (action)="list().items() === undefined ? list().reload() : list().more()"
      />
    } @else if (list().hasMore()) {
      <button matButton="outlined" type="button" [disabled]="list().loading()" (click)="list().more()">
        {{ (list().loading() ? 'operator.loading' : 'operator.more') | transloco }}
      </button>
    }
  `,
  styles: `
    :host,
    .waiting {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--ceex-space-2);
    }
    button {
      justify-self: center;
    }
  `,
})
export class ListFrame {
  readonly list = input.required<PagedList<unknown>>();
  /** What to say where there is nothing. */
  readonly empty = input.required<string>();
  /** About as high as a row will be. */
  readonly rowHeight = input('5.5rem');

  protected readonly rows = [1, 2, 3];
  protected readonly isAway = computed(() => this.list().problem() === 'offline');
}
