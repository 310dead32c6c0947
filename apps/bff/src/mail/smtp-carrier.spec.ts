import type { SmtpSettings } from '../config/mail-settings';
import { SmtpServer } from '../testing/smtp-server';
import type { Message } from './carrier';
import { SmtpCarrier } from './smtp-carrier';

const MESSAGE: Message = {
  letterId: 7,
  createdAt: new Date('2026-05-01T12:00:00Z'),
  to: 'anna@example.org',
  subject: 'A new password',
  text: 'secret-link',
  html: '<p>secret-link</p>',
};

describe('the way to a mail server', () => {
  const server = new SmtpServer();
  const heard: string[] = [];
  let port: number;
  const carry = (settings: Partial<SmtpSettings> = {}) =>
    new SmtpCarrier(
      { transport: 'smtp', host: '127.0.0.1', port, tls: 'none', from: { name: '', address: 'a@b.ch' }, ...settings },
      2_000,
    ).carry(MESSAGE);
  const reply = (replies: Record<string, string>) => {
    server.verdict = (line) => {
      heard.push(line);
      return Object.entries(replies).find(([command]) => line.startsWith(command))?.[1];
    };
  };

  beforeAll(async () => {
    port = await server.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => heard.splice(0));

  it('says nothing of a letter, nor any password, to a server that offers no TLS', async () => {
    reply({ STARTTLS: '502 what is that' });
    const signIn = { tls: 'starttls', user: 'ceex', password: 'mail-password' } as const;
    await expect(carry(signIn)).rejects.toMatchObject({ reason: 'unreachable', final: false });
    expect(heard.filter((line) => /^(MAIL|RCPT|DATA|AUTH)/.test(line))).toEqual([]);
    expect(server.taken).toEqual([]);
  });

  it('keeps a letter for later where its own sign-in is refused', async () => {
    reply({ EHLO: '250-mail.test\r\n250 AUTH PLAIN', AUTH: '535 wrong password' });
    const refused = carry({ user: 'ceex', password: 'mail-password' });
    await expect(refused).rejects.toMatchObject({ reason: 'sign-in-refused', final: false });
  });

  it('signs in, where it is to', async () => {
    reply({ EHLO: '250-mail.test\r\n250 AUTH PLAIN', AUTH: '235 welcome' });
    await carry({ user: 'ceex', password: 'mail-password' });
    expect(heard).toContain(`AUTH PLAIN ${Buffer.from('\0ceex\0mail-password').toString('base64')}`);
    expect(server.taken).toMatchObject([{ to: 'anna@example.org' }]);
  });

  it.each<[string, Partial<SmtpSettings>]>([
    ['no server at the port', { port: 1 }],
    ['no such host', { host: 'mail.invalid' }],
  ])('tells of %s', async (_, settings) => {
    await expect(carry(settings)).rejects.toMatchObject({ reason: 'unreachable', final: false });
  });

  it('repeats nothing of what the server says: it may name the recipient', async () => {
    reply({ 'RCPT TO': '550 <anna@example.org> is unknown here' });
    const error: Error = (await carry().catch((thrown: Error) => thrown)) as Error;
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('anna');
    expect(error.cause).toBeUndefined();
  });
});
