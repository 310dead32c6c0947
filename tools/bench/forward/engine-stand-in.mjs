// In the engine's place: takes every call and answers the same small JSON text at once.
import { createServer } from 'node:http';

const answer = Buffer.from(
  JSON.stringify({
    nodeId: 7,
    communityId: 1,
    start: '2026-06-01T12:00:00Z',
    end: '2026-06-01T12:15:00Z',
    usedWh: 180,
    producedWh: 640,
    fromNeighboursWh: 0,
    toNeighboursWh: 410,
    fromUtilityWh: 0,
    toUtilityWh: 50,
    earnedNano: 58_220_000,
    nextClearing: '2026-06-01T12:30:00Z',
  }),
);

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
  response.end(answer);
});
server.keepAliveTimeout = 75_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
