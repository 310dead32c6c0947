import { Component, computed, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PreviewRow } from './preview';

const PAGE_ROWS = 50;

/** The lines of a file as they will be understood, with what is wrong beside each. */
@Component({
  selector: 'ceex-rows-table',
  imports: [MatButton, TranslocoPipe],
  templateUrl: './rows-table.html',
  styleUrl: './rows-table.css',
})
export class RowsTable {
  readonly rows = input.required<readonly PreviewRow[]>();

  protected readonly limit = linkedSignal({ source: this.rows, computation: () => PAGE_ROWS });
  protected readonly shown = computed(() => this.rows().slice(0, this.limit()));

  protected more(): void {
    this.limit.update((limit) => limit + PAGE_ROWS);
  }
}
