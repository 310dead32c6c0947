export interface SentEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

/** Reads server-sent events as a browser does, one after the other. */
export interface EventReader {
  readonly response: Response;
  /** The next block, comments and all fields aside from id, event and data left out; undefined at the end. */
  next(): Promise<SentEvent | undefined>;
  /** All there is until the end, as it came. */
  text(): Promise<string>;
  close(): void;
}

/** Opens a stream of events. The answer may be a refusal: look at its status. */
export async function readEvents(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  const leave = new AbortController();
  const response = await fetch(url, { headers, signal: leave.signal });
  const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    close: () => leave.abort(),
    async text() {
      for (let chunk = await chunks?.read(); chunk?.value !== undefined; chunk = await chunks?.read())
        text += chunk.value;
      return text;
    },
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = eventOf(text.slice(0, end));
          text = text.slice(end + 2);
          if (Object.keys(block).length > 0) return block;
          continue;
        }
        const chunk = await chunks?.read();
        if (chunk?.value === undefined) return undefined;
        text += chunk.value;
      }
    },
  };
}

function eventOf(block: string): SentEvent {
  const fields = block.split('\n').map((line) => /^(id|event|data): (.*)$/.exec(line));
  return Object.fromEntries(fields.flatMap((field) => (field ? [[field[1], field[2]]] : [])));
}
