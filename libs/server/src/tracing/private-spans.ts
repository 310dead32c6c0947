import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';

/** People's addresses and browsers, and query strings: links in letters carry secrets there. */
const DROPPED = [
  'url.query',
  'client.address',
  'client.port',
  'network.peer.address',
  'network.peer.port',
  'user_agent.original',
  'http.client_ip',
  'http.user_agent',
  'net.peer.ip',
  'net.peer.port',
];
const ADDRESSES = ['url.full', 'url.path', 'http.url', 'http.target'];

/** Takes out of spans what does not belong into them, before they are kept: put it before the processor that sends. */
export class PrivateSpans implements SpanProcessor {
  onStart(): void {
    // Attributes come in until the end.
  }

  onEnd({ attributes }: ReadableSpan): void {
    for (const name of DROPPED) delete attributes[name];
    for (const name of ADDRESSES) {
      const address = attributes[name];
      if (typeof address === 'string') attributes[name] = address.split('?', 1)[0];
    }
  }

  async forceFlush(): Promise<void> {
    // Keeps nothing.
  }

  async shutdown(): Promise<void> {
    // Keeps nothing.
  }
}
