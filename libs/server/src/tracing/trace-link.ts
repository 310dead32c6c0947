/** What the rest of the program knows of tracing, so that nothing of it is loaded where it is off. */
export interface TraceLink {
  /** The trace that the code belongs to which runs now. */
  currentTrace(): { readonly traceId: string; readonly spanId: string } | undefined;
  /** Sends what was not sent yet, and ends. */
  flush(): Promise<void>;
}

let link: TraceLink | undefined;

export function linkTraces(made: TraceLink): void {
  link = made;
}

/** Fields of a log line that lead to its trace; undefined while nothing is traced. */
export function traceFields(): (() => object) | undefined {
  return link && (() => link?.currentTrace() ?? {});
}

export async function flushTraces(): Promise<void> {
  await link?.flush();
}
