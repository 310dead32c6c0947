import type { Response } from 'express';

/** Proxies and browsers give up on a connection on which nothing has come for a while. */
const KEEP_ALIVE_MS = 15_000;
/** Connections do not last for ever: clients come back and are asked who they are once more. */
const MAX_STREAM_MS = 3_600_000;
/** A reader who is so far behind is better off coming back and being told of what it missed. */
const MAX_UNREAD_BYTES = 64 * 1024;
/** After so long a browser tries again. */
const RETRY_MS = 3_000;

export interface StreamEvent {
  readonly id: number;
  readonly name: string;
  readonly data: object;
}

/** An answer of server-sent events (WHATWG HTML, "Server-sent events"). It ends itself after an hour. */
export class EventStream {
  readonly #response: Response;

  /** @param seen id of the event after which the stream goes on: a client that is cut off before the next one knows it. */
  constructor(response: Response, seen: number) {
    this.#response = response;
    const keepAlive = setInterval(() => this.#write(':\n\n'), KEEP_ALIVE_MS);
    const end = setTimeout(() => this.end(), MAX_STREAM_MS);
    response.once('close', () => {
      clearInterval(keepAlive);
      clearTimeout(end);
    });
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // Streams end when the program does, after it has closed the connections that were idle.
      connection: 'close',
    });
    this.#write(`retry: ${RETRY_MS}\nid: ${seen}\n\n`);
  }

  send({ id, name, data }: StreamEvent): void {
    this.#write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.#response.end();
  }

  #write(text: string): void {
    if (this.#response.writableEnded || this.#response.destroyed) return;
    if (this.#response.writableLength > MAX_UNREAD_BYTES) this.#response.destroy();
    else this.#response.write(text);
  }
}
