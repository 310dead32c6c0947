import type { Server, ServerResponse } from 'node:http';

const SWEEP_MS = 50;
/** Many parts of a server look at the end of an answer; Node takes more than ten listeners for a leak. */
const LISTENERS = 30;

/** The connections of a server that may have to end: none is cut while an answer is under way on it. */
export class Connections {
  readonly #underWay = new Set<ServerResponse>();
  #isWindingDown = false;

  constructor(private readonly server: Server) {
    server.prependListener('request', (_request, response) => this.#note(response));
  }

  /** From now on each answer is the last one on its connection; whoever keeps connections opens the next elsewhere. */
  windDown(): void {
    this.#isWindingDown = true;
    for (const response of this.#underWay) if (!response.headersSent) response.shouldKeepAlive = false;
  }

  /** Takes no more connections, closes idle ones, and cuts what is left after `timeoutMs`. Resolves when all are gone. */
  async close(timeoutMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const sweep = setInterval(() => this.server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => this.server.closeAllConnections(), timeoutMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  }

  #note(response: ServerResponse): void {
    if (this.#isWindingDown) {
      response.shouldKeepAlive = false;
      return;
    }
    response.setMaxListeners(LISTENERS);
    this.#underWay.add(response);
    response.once('close', () => this.#underWay.delete(response));
  }
}
