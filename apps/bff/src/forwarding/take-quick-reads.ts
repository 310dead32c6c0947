import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestListener, Server } from 'node:http';
import { QuickReads } from './quick-reads';

/** Lets `QuickReads` see every request first, and the framework all that it leaves. */
export function takeQuickReads(app: NestExpressApplication): void {
  const server = app.getHttpServer() as Server;
  const quickReads = app.get(QuickReads);
  const framework = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) =>
    quickReads.take(request, response, () => framework.forEach((listener) => listener.call(server, request, response))),
  );
}
