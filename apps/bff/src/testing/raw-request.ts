import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends `text` to a port of the loopback as it is, and reads until the server closes: no client mends anything. */
export async function rawRequest(port: number, text: string): Promise<RawAnswer> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  socket.write(Buffer.from(text, 'latin1'));
  const answer = (await buffer(socket)).toString('utf8');
  const end = answer.indexOf('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0),
    head: answer.slice(0, end),
    body: answer.slice(end + 4),
  };
}
