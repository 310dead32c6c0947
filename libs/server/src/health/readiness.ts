import { Injectable } from '@nestjs/common';

/** Name of the check that is down while a program ends. It still serves whoever comes. */
export const SHUTDOWN = 'shutdown';

/** Whether this process takes new work: not any more as soon as it was told to end. */
@Injectable()
export class Readiness {
  #isEnding = false;

  get isEnding(): boolean {
    return this.#isEnding;
  }

  end(): void {
    this.#isEnding = true;
  }
}
