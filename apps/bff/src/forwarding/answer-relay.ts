import { Failure } from '@ceex/server';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';

type Controller = Dispatcher.DispatchController;

const ONE_WRITE_BYTES = 16_384;

/** How an answer is passed on. */
export interface RelayOptions {
  /** The engine's whole answer, in bytes; a longer one is cut off. */
  readonly maxBytes: number;
  /** Gives the answer's head to the browser; called once, before anything of the body. */
  readonly begin: (status: number, headers: IncomingHttpHeaders) => void;
}

/** A connection broke before the engine had said anything. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The engine asks to come back after so many seconds. */
export class AskedToWait extends Error {
  override readonly name = 'AskedToWait';

  constructor(readonly seconds: number) {
    super('busy');
  }
}

/**
 * Passes one answer of the engine on as it comes, and no faster than the browser reads. `done` resolves when all of it
 * is on its way. It rejects with `NoAnswer` where nothing came, and with `AskedToWait` where the engine is busy for no
 * longer than `waitsSeconds`; in both cases nothing has been told to the browser.
 */
export class AnswerRelay implements Dispatcher.DispatchHandler {
  private readonly settled = Promise.withResolvers<void>();
  readonly done = this.settled.promise;
  private controller?: Controller;
  private failure?: Error;
  private head?: { readonly status: number; readonly headers: IncomingHttpHeaders };
  private held?: Buffer;
  private bytes = 0;
  private hasBegun = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: RelayOptions,
    private readonly waitsSeconds: number,
  ) {}

  /** Ends the call; `done` rejects with `reason`, or the line is cut where the head is out. */
  abort(reason: Error): void {
    this.failure ??= reason;
    this.controller?.abort(reason);
  }

  onRequestStart(controller: Controller): void {
    this.controller = controller;
    if (this.failure) controller.abort(this.failure);
  }

  onResponseStart(_controller: Controller, status: number, headers: IncomingHttpHeaders): void {
    this.hasBegun = true;
    const seconds = Number(headers['retry-after']);
    if (status === 503 && seconds <= this.waitsSeconds) return this.abort(new AskedToWait(seconds));
    if (isStrange(status)) return this.abort(new StrangeAnswer(status));
    if (Number(headers['content-length'] ?? 0) > this.options.maxBytes) return this.abort(new TooLong());
    this.head = { status, headers };
  }

  /** Holds the last piece back until it is known to be the last: a body of one piece goes out with its head. */
  onResponseData(controller: Controller, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > this.options.maxBytes) return this.abort(new TooLong());
    if (this.held) {
      if (this.begin()) this.response.on('drain', () => controller.resume());
      if (!this.response.write(this.held)) controller.pause();
    }
    this.held = chunk;
  }

  onResponseEnd(): void {
    this.begin();
    // As a text, byte for byte, it goes out in one write with the head; a buffer would need two.
    if (this.held && this.held.length <= ONE_WRITE_BYTES) this.response.end(this.held.toString('latin1'), 'latin1');
    else this.response.end(this.held);
    this.settled.resolve();
  }

  /** As late as can be: until then a broken answer can still be told from a whole one. */
  private begin(): boolean {
    const { head } = this;
    this.head = undefined;
    if (head) this.options.begin(head.status, head.headers);
    return head !== undefined;
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.settled.reject(this.failure ?? (this.hasBegun ? error : new NoAnswer(error.message, { cause: error })));
  }
}

/** The engine never redirects, and takes our tokens: anything else is a fault between the two, not the user's. */
export function isStrange(status: number): boolean {
  return status === 401 || (status >= 300 && status < 400);
}

export class StrangeAnswer extends Failure {
  constructor(readonly engineStatus: number) {
    super('upstream-unavailable');
  }
}

class TooLong extends Failure {
  constructor() {
    super('upstream-unavailable', { detail: 'The answer of the engine is too long' });
  }
}
