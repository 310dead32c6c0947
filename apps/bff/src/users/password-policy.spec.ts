import { PasswordPolicy } from './password-policy';

describe('the password policy', () => {
  const policy = new PasswordPolicy({ PRODUCT_NAME: 'Sunny Street' });
  const faultOf = (password: string, email = 'anna.muster@example.org') => policy.faultOf(password, { email });

  it.each([
    ['seven characters', 'xk3$pq9', 'too-short'],
    ['characters, not code units', '🌞🌞🌞🌞🌞', 'too-short'],
    ['the most common one', 'password', 'too-common'],
    ['in capitals', 'PassWord', 'too-common'],
    ['with digits at its end', 'Password123!', 'too-common'],
    ['in wide letters', 'ｐａｓｓｗｏｒｄ', 'too-common'],
    ['the keyboard’s', 'qwertyuiop', 'too-common'],
    ['one character', 'aaaaaaaaaaaaaaa', 'too-common'],
    ['a repetition', 'abcabcabcabc', 'too-common'],
    ['the address', 'anna.muster@example.org', 'like-email'],
    ['what stands before the @', 'Anna.Muster1', 'like-email'],
    ['a part of it and little more', 'muster-2026', 'like-email'],
    ['the product as it is written', 'Sunny Street 26', 'like-email'],
  ])('of %s', async (_, password, fault) => {
    expect(await faultOf(password)).toBe(fault);
  });

  it.each([
    'correct horse battery',
    'muster goes to the market',
    'ünïcödé wörds',
    'xk3$pq9z',
    '        9z$kq        ',
    'x'.repeat(10) + 'y1'.repeat(100) + 'z',
  ])('lets %p through', async (password) => {
    expect(await faultOf(password)).toBeUndefined();
  });

  it('does not take short parts of an address for telling', async () => {
    expect(await faultOf('believing in light', 'li@b.ch')).toBeUndefined();
  });

  it('names the field and the fault', async () => {
    await expect(policy.refuse('short', { email: 'a@b.ch' }, 'body.secret')).rejects.toMatchObject({
      code: 'password-refused',
      details: { errors: [{ path: 'body.secret', message: 'too-short' }] },
    });
  });
});
