import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  body: string;
  /** The body came in whole. */
  complete: boolean;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const OK: Answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"ok":true}');

/** An HTTP server in the engine's place that writes down everything that reaches it, from the first header on. */
export class FakeEngine {
  readonly received: Received[] = [];
  /** What it answers; set it for one test, `reset` takes it back. */
  answer: Answer = OK;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const { method = '', url = '', headers } = request;
      const received: Received = { method, url, headers, body: '', complete: false };
      this.received.push(received);
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (received.body += chunk));
      request.on('error', () => undefined);
      request.on('end', () => {
        received.complete = true;
        this.answer(request, response);
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    this.received.length = 0;
    this.answer = OK;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
