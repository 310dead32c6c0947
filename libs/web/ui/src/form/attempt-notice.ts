import { ChangeDetectionStrategy, Component, computed, input, type Signal } from '@angular/core';
import { Notice } from '../states/notice';
import { TranslocoPipe } from '@jsverse/transloco';

/** A form on its way to the server: the code of what went wrong, and for how many seconds there is to be no other attempt. */
interface Outcome {
  readonly problem: Signal<{ readonly code: string } | null>;
  readonly wait: Signal<number>;
}

/** What went wrong with an attempt, in words; and for how long to wait, where the server says so. */
@Component({
  selector: 'ceex-attempt-notice',
  imports: [Notice, TranslocoPipe],
  templateUrl: './attempt-notice.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class AttemptNotice {
  readonly attempt = input.required<Outcome>();
  /** Codes that the page tells elsewhere, such as at a field. */
  readonly except = input<readonly string[]>([]);
  /** What a request that the server could not read means here. */
  readonly badRequest = input('bad-request');

  protected readonly code = computed(() => {
    const code = this.attempt().problem()?.code ?? null;
    if (code === 'bad-request') return this.badRequest();
    return code !== null && this.except().includes(code) ? null : code;
  });
  protected readonly wait = computed(() => this.attempt().wait());
}
