// A reverse proxy as small as can be: in turn to the replicas that say that they are ready. It never tries a request a
// second time, so that nothing hides a replica that drops one.
import { Agent, createServer, request as ask } from 'node:http';

const LOOK_EVERY_MS = 100;

export async function startHealthProxy({ port, replicas, readyPath }) {
  const agent = new Agent({ keepAlive: true });
  const isReady = new Map(replicas.map((replica) => [replica, true]));
  const look = async (replica) => {
    const ready = await fetch(`http://${replica}${readyPath}`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    isReady.set(replica, ready);
  };
  const timer = setInterval(() => replicas.forEach((replica) => void look(replica)), LOOK_EVERY_MS);
  let next = 0;
  const server = createServer((request, response) => {
    const able = replicas.filter((replica) => isReady.get(replica));
    if (able.length === 0) return response.writeHead(503).end();
    const [hostname, upstreamPort] = able[next++ % able.length].split(':');
    const { method, url: path, headers } = request;
    const call = ask({
      hostname,
      port: upstreamPort,
      method,
      path,
      headers: { ...headers, connection: 'keep-alive' },
      agent,
    });
    call.on('response', (answer) => {
      response.writeHead(answer.statusCode, { ...answer.headers, connection: 'close' });
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    call.on('error', (error) => {
      console.error(`proxy: ${method} ${path}: ${error.message}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.on('close', () => call.destroy());
    request.pipe(call);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    async stop() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
