import { route } from '@ceex/contracts';
import { Controller, type ExecutionContext, Get, Post } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { z } from 'zod';
import { AccessGuard } from '../access/access-guard';
import { handlersOf } from '../access/handlers';
import type { Rights } from '../access/may-call';
import { Failure } from '../problems/failure';
import { startTestServer } from '../testing';
import { Contract, type InputOf } from './contract';
import { Input } from './input';

const params = z.strictObject({ nodeId: z.string().regex(/^\d+$/).transform(Number) });
const read = route({
  method: 'GET',
  path: '/node/:nodeId/thing',
  access: 'node',
  summary: 'Read',
  schemas: { params, query: z.strictObject({ of: z.string().optional() }), response: z.object({ sum: z.int() }) },
});
const write = route({
  method: 'PUT',
  path: '/thing',
  access: 'public',
  summary: 'Write',
  schemas: { body: z.strictObject({ n: z.int() }) },
});
const load = route({
  method: 'POST',
  path: '/lines',
  access: 'public',
  summary: 'Load',
  bodyType: 'text/csv',
  schemas: { response: z.object({ sum: z.int() }) },
});

@Controller()
class Things {
  @Contract(read)
  read(@Input() { params: { nodeId }, query }: InputOf<typeof read>): { sum: number } {
    if (query.of === 'bug') throw new Error('a secret of the house');
    if (query.of === 'wrong') return { sum: 0.5 };
    if (query.of === 'failure') throw new Failure('market-stopped', { headers: { 'retry-after': '5' } });
    return { sum: nodeId + 1, extra: 'not declared' } as { sum: number };
  }

  @Contract(write)
  write(@Input() input: InputOf<typeof write>): void {
    expect(input.body.n).toBe(1);
  }

  @Contract(load)
  load(@Input() input: InputOf<typeof load>): { sum: number } {
    return { sum: input.body ?? 0 };
  }

  @Get('forgotten')
  forgotten(): string {
    return 'no access rule';
  }

  @Post('forgotten')
  forgottenToo(): string {
    return 'no access rule';
  }
}

class TestGuard extends AccessGuard {
  protected override async authenticate(context: ExecutionContext): Promise<Rights | undefined> {
    const node = context.switchToHttp().getRequest<{ headers: Record<string, string> }>().headers['x-node'];
    if (node === undefined) return undefined;
    return { role: 'user', nodes: [Number(node)], memberOf: [], operates: [], administers: false };
  }
}

describe('a controller bound to contracts', () => {
  let app: NestExpressApplication;
  const http = () => request(app.getHttpServer());

  beforeAll(async () => {
    app = await startTestServer({
      imports: [DiscoveryModule],
      controllers: [Things],
      providers: [{ provide: APP_GUARD, useClass: TestGuard }],
    });
  });
  afterAll(() => app.close());

  it('hands over parsed input and strips what the route does not declare', async () => {
    const answer = await http().get('/node/7/thing').set('x-node', '7').expect(200);
    expect(answer.body).toEqual({ sum: 8 });
    expect(answer.headers).toMatchObject({ 'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  it.each([
    ['nobody', '/node/7/thing', {}, 401, 'unauthenticated'],
    ['the user of another node', '/node/7/thing', { 'x-node': '8' }, 403, 'forbidden'],
    ['a bad parameter', '/node/x/thing', { 'x-node': '7' }, 400, 'bad-request'],
    ['an unknown query key', '/node/7/thing?foo=1', { 'x-node': '7' }, 400, 'bad-request'],
    ['a repeated query key', '/node/7/thing?of=a&of=b', { 'x-node': '7' }, 400, 'bad-request'],
    ['a nested query key', '/node/7/thing?of[a]=b', { 'x-node': '7' }, 400, 'bad-request'],
    ['a failure', '/node/7/thing?of=failure', { 'x-node': '7' }, 409, 'market-stopped'],
    ['a bug', '/node/7/thing?of=bug', { 'x-node': '7' }, 500, 'internal'],
    ['an answer that breaks the contract', '/node/7/thing?of=wrong', { 'x-node': '7' }, 500, 'internal'],
    ['a handler without an access rule', '/forgotten', { 'x-node': '7' }, 403, 'forbidden'],
    ['a path in capitals', '/Forgotten', { 'x-node': '7' }, 404, 'not-found'],
    ['a slash at the end', '/forgotten/', { 'x-node': '7' }, 404, 'not-found'],
    ['an unknown path', '/nowhere', {}, 404, 'not-found'],
    ['a path that cannot be decoded', '/node/%E0%A4%A/thing', {}, 400, 'bad-request'],
  ])('answers %s with problem details', async (_, path, headers, status, code) => {
    const answer = await http().get(path).set(headers).expect(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, code, requestId: answer.headers['x-request-id'] });
    expect(answer.text).not.toContain('secret');
    if (code === 'market-stopped') expect(answer.headers['retry-after']).toBe('5');
  });

  it('answers 204 where the route declares no response', async () => {
    await http().put('/thing').send({ n: 1 }).expect(204);
  });

  it.each([
    ['a field of the wrong type', 'application/json', '{"n":"1"}', 400],
    ['an unknown field', 'application/json', '{"n":1,"m":2}', 400],
    ['broken JSON', 'application/json', '{"n":', 400],
    ['a body that is too large', 'application/json', `{"n":${' '.repeat(2_000)}1}`, 413],
    ['another content type', 'text/plain', 'n=1', 415],
    ['an encoded body', 'application/json;charset=utf-8', '{"n":1}', 415],
  ])('refuses %s', async (name, type, body, status) => {
    const sent = http().put('/thing').set('content-type', type);
    if (name === 'an encoded body') sent.set('content-encoding', 'gzip');
    const answer = await sent.send(body).expect(status);
    expect(answer.body.status).toBe(status);
  });

  it('names the field that is wrong', async () => {
    const { body } = await http().put('/thing').send({ n: 'x' });
    expect(body.errors).toEqual([{ path: 'body.n', message: expect.any(String) }]);
  });

  it('takes CSV where the route says so, and nothing else there', async () => {
    await http().post('/lines').set('content-type', 'text/csv; charset=utf-8').send('a,b').expect(200);
    await http().post('/lines').send({ a: 1 }).expect(415);
  });

  it('lists every handler with its rule, and shows the one that lacks it', () => {
    expect(handlersOf(app).map(({ name, access }) => [name, access])).toEqual([
      ['Things.read', 'node'],
      ['Things.write', 'public'],
      ['Things.load', 'public'],
      ['Things.forgotten', undefined],
      ['Things.forgottenToo', undefined],
    ]);
  });
});
