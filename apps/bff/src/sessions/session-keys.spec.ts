import { readSessionKeys } from '../config/session-keys-config';
import { SessionKeys } from './session-keys';

const OLD = { kid: 'old', secret: 'o'.repeat(32) };
const NEW = { kid: 'new', secret: 'n'.repeat(32) };
const USE = { audience: 'here', seconds: 60 };

describe('session keys', () => {
  it('are changed without making tokens worthless: the new one signs, both are believed', () => {
    const token = new SessionKeys([OLD]).sign({ sub: 'x' }, USE);
    const both = new SessionKeys([NEW, OLD]);
    expect(both.read(token, 'here')).toMatchObject({ sub: 'x' });
    expect(new SessionKeys([NEW]).read(both.sign({ sub: 'y' }, USE), 'here')).toMatchObject({ sub: 'y' });
    expect(new SessionKeys([NEW]).read(token, 'here')).toBeUndefined();
  });

  it('believe no token that names another key than the one that signed it', () => {
    const forged = new SessionKeys([{ ...OLD, kid: 'new' }]).sign({ sub: 'x' }, USE);
    expect(new SessionKeys([NEW, OLD]).read(forged, 'here')).toBeUndefined();
  });

  it.each([
    ['another audience', (token: string) => token, 'there'],
    ['no text of ours', () => 'junk', 'here'],
    ['nothing', () => '', 'here'],
    ['a changed payload', (token: string) => token.replace(/\.(.)/, '.A$1'), 'here'],
  ])('believe no token of %s', (_, change, audience) => {
    const keys = new SessionKeys([NEW]);
    expect(keys.read(change(keys.sign({ sub: 'x' }, USE)), audience)).toBeUndefined();
  });

  it('know an expired token only where that is wanted', () => {
    const keys = new SessionKeys([NEW]);
    const token = keys.sign({ sub: 'x' }, { audience: 'here', seconds: -1 });
    expect(keys.read(token, 'here')).toBeUndefined();
    expect(keys.read(token, 'here', { expiredToo: true })).toMatchObject({ sub: 'x' });
  });
});

describe('the list of session keys', () => {
  it('is one secret, or names and secrets', () => {
    expect(readSessionKeys({ SESSION_SECRET: OLD.secret })).toEqual([{ kid: '0', secret: OLD.secret }]);
    expect(readSessionKeys({ SESSION_KEYS: `new:${NEW.secret}, old:${OLD.secret}` })).toEqual([NEW, OLD]);
  });

  it.each([
    ['neither', {}],
    ['both', { SESSION_SECRET: OLD.secret, SESSION_KEYS: `new:${NEW.secret}` }],
    ['a short secret', { SESSION_KEYS: 'new:short-secret' }],
    ['no name', { SESSION_KEYS: NEW.secret }],
    ['one name twice', { SESSION_KEYS: `a:${NEW.secret},a:${OLD.secret}` }],
  ])('refuses %s, and repeats no secret', (_, config) => {
    expect(() => readSessionKeys(config)).toThrow(/SESSION_(SECRET|KEYS)/);
    expect(() => readSessionKeys(config)).not.toThrow(/short-secret|nnnn|oooo/);
  });
});
