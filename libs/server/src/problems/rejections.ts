import type { LineError } from '@ceex/contracts';
import { Failure } from './failure';

/** So many are told in full; the others are counted. */
const MAX_REPORTED = 100;

/** The lines of an import that cannot be taken; `failure()` refuses the whole import with `rows-rejected`. */
export class Rejections {
  readonly #reported: LineError[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(line: number, code: LineError['code'], message: string): void {
    this.#count++;
    if (this.#reported.length < MAX_REPORTED) this.#reported.push({ line, code, message });
  }

  failure(): Failure {
    const detail = `${this.#count} lines rejected, nothing stored; the first: ${this.#reported[0]?.message ?? ''}`;
    return new Failure('rows-rejected', { detail, lines: this.#reported, rejectedLines: this.#count });
  }
}
