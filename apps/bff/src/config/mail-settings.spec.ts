import { readBffConfig } from './bff-config';
import { mailSettings } from './mail-settings';

const ENV = {
  DATABASE_URL: 'postgres://a@b/c',
  ENGINE_URL: 'http://engine:3100/',
  ENGINE_TOKEN_SECRET: 'e'.repeat(32),
  SESSION_SECRET: 's'.repeat(32),
  SECOND_FACTOR_KEY: 'f'.repeat(32),
};
const SMTP = { ...ENV, MAIL_TRANSPORT: 'smtp', SMTP_HOST: 'mail.example.org', MAIL_FROM: 'ceex@example.org' };
const FOLDER = { ...ENV, MAIL_TRANSPORT: 'folder', MAIL_FOLDER: '/var/mail' };

describe('the mail settings', () => {
  it('insist on TLS unless told otherwise, on the port that goes with it', () => {
    const of = (env: object) => mailSettings(readBffConfig({ ...SMTP, ...env }));
    expect(of({})).toMatchObject({ transport: 'smtp', tls: 'starttls', port: 587 });
    expect(of({ SMTP_TLS: 'implicit' })).toMatchObject({ tls: 'implicit', port: 465 });
    expect(of({ SMTP_PORT: '2525' })).toMatchObject({ tls: 'starttls', port: 2525 });
  });

  it('name the product as the sender', () => {
    const { from } = mailSettings(readBffConfig({ ...SMTP, PRODUCT_NAME: 'Sonnendorf' }));
    expect(from).toEqual({ name: 'Sonnendorf', address: 'ceex@example.org' });
  });

  it.each([
    ['MAIL_TRANSPORT is missing', ENV],
    ['SMTP_HOST is missing', { ...SMTP, SMTP_HOST: '' }],
    ['MAIL_FROM is missing', { ...SMTP, MAIL_FROM: '' }],
    ['MAIL_FROM: must be an e-mail address', { ...SMTP, MAIL_FROM: 'ceex' }],
    ['SMTP_PASSWORD is missing', { ...SMTP, SMTP_USER: 'ceex' }],
    ['SMTP_USER is missing', { ...SMTP, SMTP_PASSWORD: 'secret' }],
    [
      'SMTP_TLS: none would send SMTP_PASSWORD in the clear',
      { ...SMTP, SMTP_TLS: 'none', SMTP_USER: 'ceex', SMTP_PASSWORD: 'secret' },
    ],
    ['MAIL_FOLDER is missing', { ...FOLDER, MAIL_FOLDER: '' }],
    ['MAIL_TRANSPORT: folder is for PUBLIC_URL on localhost', { ...FOLDER, PUBLIC_URL: 'https://ceex.example.org' }],
    ['MAIL_TIME_ZONE: must be an IANA time zone', { ...SMTP, MAIL_TIME_ZONE: 'Mars/Olympus' }],
  ])('stop the start where %s', (message, env) => {
    expect(() => readBffConfig(env)).toThrow(message);
  });
});
