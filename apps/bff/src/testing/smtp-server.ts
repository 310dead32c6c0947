import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Taken {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

type Verdict = (line: string) => string | undefined;

/** A mail server (SMTP) that takes everything and writes it down, unless `verdict` has another reply to a line. */
export class SmtpServer {
  readonly taken: Taken[] = [];
  /** The reply to a command, `.` being the end of a letter; undefined: the usual one. Set it for one test. */
  verdict: Verdict = () => undefined;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
      this.converse(socket);
    });
  }

  /** Listens on a port, a free one by default, and gives it. */
  async start(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private converse(socket: Socket): void {
    let buffer = '';
    let letter: { from: string; to: string; data: string[] | undefined } = { from: '', to: '', data: undefined };
    const say = (line: string) => socket.write(`${line}\r\n`);
    const end = (data: readonly string[]) => {
      const reply = this.verdict('.') ?? '250 taken';
      if (reply.startsWith('2')) this.taken.push({ ...letter, data: data.join('\n') });
      letter = { from: '', to: '', data: undefined };
      say(reply);
    };
    const hear = (line: string) => {
      if (letter.data) return line === '.' ? end(letter.data) : void letter.data.push(line.replace(/^\.\./, '.'));
      const reply = this.verdict(line) ?? usual(line);
      if (/^MAIL FROM:/i.test(line)) letter.from = addressIn(line);
      if (/^RCPT TO:/i.test(line)) letter.to = addressIn(line);
      if (/^DATA/i.test(line) && reply.startsWith('3')) letter.data = [];
      say(reply);
      if (/^QUIT/i.test(line)) socket.end();
    };
    say('220 mail.test ESMTP');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (buffer + chunk).split('\r\n');
      buffer = lines.pop() ?? '';
      lines.forEach(hear);
    });
  }
}

function usual(line: string): string {
  if (/^EHLO/i.test(line)) return '250 mail.test';
  if (/^DATA/i.test(line)) return '354 go on';
  if (/^QUIT/i.test(line)) return '221 good bye';
  return '250 ok';
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}
