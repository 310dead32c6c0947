import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../.github/call-webhook.sh');
const SECRET = 'b7f3d1c0-secret-of-the-webhook';

interface Receiver {
  readonly url: string;
  readonly calls: readonly Pick<IncomingMessage, 'method' | 'url'>[];
  readonly server: Server;
}

/** A Portainer that answers with these statuses in turn, the last one again and again. */
async function receiver(...statuses: readonly number[]): Promise<Receiver> {
  const calls: Pick<IncomingMessage, 'method' | 'url'>[] = [];
  const server = createServer((request, response) => {
    calls.push({ method: request.method, url: request.url });
    const status = statuses[Math.min(calls.length, statuses.length) - 1] ?? 500;
    response.writeHead(status, { location: '/elsewhere' }).end(`about ${SECRET}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/stacks/webhooks/${SECRET}`, calls, server };
}

/** Runs the step of the workflow as it stands there. */
function call(webhook: string | undefined): Promise<{ code: number | null; output: string }> {
  const child = spawn('bash', [SCRIPT], {
    env: { PATH: process.env['PATH'], PORTAINER_WEBHOOK: webhook, WEBHOOK_PAUSE_S: '0', WEBHOOK_TIMEOUT_S: '10' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

describe('the webhook step of the deployment', () => {
  let portainer: Receiver | undefined;
  afterEach(() => portainer?.server.close());

  it('posts to the address of the secret, once', async () => {
    portainer = await receiver(204);
    const { code, output } = await call(portainer.url);
    expect(code).toBe(0);
    expect(portainer.calls).toEqual([{ method: 'POST', url: `/api/stacks/webhooks/${SECRET}` }]);
    expect(output).not.toContain(SECRET);
  });

  it.each([302, 400, 401, 403, 404, 409])('fails where the answer is %i, without asking again', async (status) => {
    portainer = await receiver(status);
    const { code, output } = await call(portainer.url);
    expect(code).toBe(1);
    expect(portainer.calls).toHaveLength(1);
    expect(output).toContain(`HTTP ${status}`);
    expect(output).not.toContain(SECRET);
  });

  it('asks again where the server is away for a moment', async () => {
    portainer = await receiver(502, 200);
    expect((await call(portainer.url)).code).toBe(0);
    expect(portainer.calls).toHaveLength(2);
  });

  it('fails after three attempts', async () => {
    portainer = await receiver(500);
    const { code, output } = await call(portainer.url);
    expect([code, portainer.calls.length]).toEqual([1, 3]);
    expect(output).not.toContain(SECRET);
  });

  it('fails where nobody listens, and does not say where that was', async () => {
    portainer = await receiver(200);
    const { url, server } = portainer;
    await new Promise((done) => server.close(done));
    const { code, output } = await call(url);
    expect(code).toBe(1);
    expect(output).not.toContain(SECRET);
  });

  it.each([undefined, '', 'not an address', 'file:///etc/passwd', 'https://a.example/"\noutput = "/tmp/x'])(
    'refuses %j as an address',
    async (webhook) => {
      const { code, output } = await call(webhook);
      expect(code).toBe(1);
      expect(output).toContain('PORTAINER_WEBHOOK is missing or is no address');
      if (webhook) expect(output).not.toContain(webhook);
    },
  );
});
