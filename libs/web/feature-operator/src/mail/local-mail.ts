import { computed, inject, Injectable, resource } from '@angular/core';
import { getLocalMail } from '@ceex/contracts';
import { BffClient, toProblemError } from '@ceex/web-data-access';

/** The letters of a server that keeps them in a folder; others have none to show. */
@Injectable()
export class LocalMail {
  private readonly client = inject(BffClient);
  private readonly read = resource({ loader: async () => (await this.client.call(getLocalMail, {})).letters });

  /** Undefined until they are known, and where letters are sent. */
  readonly letters = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure.cause ?? failure).code;
  });
  /** The letters that can be read here. */
  readonly ids = computed(() => new Set(this.letters()?.map(({ letterId }) => letterId)));

  reload(): void {
    this.read.reload();
  }
}
