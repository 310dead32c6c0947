import { Component, computed, input, type Resource } from '@angular/core';
import { toProblemError } from '@ceex/web-data-access/start';
import { Notice } from '@ceex/web-ui/form';
import { Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

let sections = 0;

/** A part of the Account page: a heading, what it is for, and what is there once it was read. */
@Component({
  selector: 'ceex-settings-section',
  imports: [Notice, Skeleton, TranslocoPipe],
  templateUrl: './section.html',
  styleUrl: './section.scss',
})
export class Section {
  /** Keys of texts. */
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly icon = input.required<string>();
  /** What the section shows; nothing where it needs no reading. */
  readonly read = input<(Resource<unknown> & { reload(): boolean }) | null>(null);
  /** The key of what was done last, said once it is; empty for nothing. */
  readonly done = input('');

  protected readonly id = `ceex-section-${sections++}`;
  protected readonly problem = computed(() => {
    const failure = this.read()?.error();
    return failure === undefined ? null : toProblemError(failure.cause ?? failure).code;
  });
  protected readonly waiting = computed(() => {
    const read = this.read();
    return read !== null && !read.hasValue() && read.isLoading();
  });
}
