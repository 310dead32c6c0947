/** Longer chains of causes tell nothing more. */
const MAX_CAUSES = 3;

export interface ErrorEntry {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly cause?: ErrorEntry;
}

/**
 * What is logged of an error: its name, message, stack, code and causes. Nothing else that hangs on it: a failed query
 * carries its parameters, a failed request its headers, and among those are people's addresses and secrets.
 */
export function errorEntry(error: unknown, causes = MAX_CAUSES): ErrorEntry {
  if (!(error instanceof Error)) return { type: typeof error, message: typeof error === 'string' ? error : 'no error' };
  const { name, message, stack, cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: name,
    message,
    ...(stack !== undefined && { stack }),
    ...(typeof code === 'string' && { code }),
    ...(cause !== undefined && causes > 0 && { cause: errorEntry(cause, causes - 1) }),
  };
}
