import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Language } from '../language/language';

export interface TableColumn {
  readonly label: string;
  /** Figures stand to the right, so that their digits stand below each other. */
  readonly numeric?: boolean;
}

const PAGE_ROWS = 100;
let tables = 0;

/** The table behind a chart, shown when asked for. `rows` is a function or signal, so that text is only made then. */
@Component({
  selector: 'ceex-data-table',
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataTable {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly TableColumn[]>();
  /** A row has one text for each column; the first names the row. */
  readonly rows = input.required<() => readonly (readonly string[])[]>();

  protected readonly language = inject(Language);
  protected readonly id = `ceex-table-${++tables}`;
  protected readonly open = signal(false);
  protected readonly all = computed(() => (this.open() ? this.rows()() : []));
  protected readonly limit = linkedSignal({ source: this.rows, computation: () => PAGE_ROWS });
  protected readonly shown = computed(() => this.all().slice(0, this.limit()));

  protected toggle(): void {
    this.open.update((open) => !open);
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + PAGE_ROWS);
  }
}
