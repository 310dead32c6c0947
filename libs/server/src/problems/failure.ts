import type { FieldError, LineError, ProblemCode, SecondStep } from '@ceex/contracts';

export interface FailureDetails {
  /** One sentence for a developer; the browser translates the code instead. Never a secret, never a stack. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly lines?: readonly LineError[];
  readonly rejectedLines?: number;
  readonly methods?: readonly SecondStep[];
  /** Extra response headers, such as `Retry-After` or `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An expected outcome that is not success, with its stable code. Use cases throw it and know nothing of HTTP;
 * `ProblemFilter` alone turns the code into a status.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ProblemCode,
    readonly details: FailureDetails = {},
  ) {
    super(details.detail ?? code);
  }
}
