// What the BFF is compared with: @fastify/http-proxy as it comes, without any check. The address of the engine is given.
import proxy from '@fastify/http-proxy';
import Fastify from 'fastify';

const app = Fastify({ logger: false });
await app.register(proxy, { upstream: process.argv[2], prefix: '/api/engine' });
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: app.server.address().port });
