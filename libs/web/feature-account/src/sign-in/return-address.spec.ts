import { returnAddress } from './return-address';

describe('returnAddress', () => {
  it('leads back to pages of the app, with their parameters', () => {
    expect(returnAddress('/dashboard?node=7&range=last-month')).toBe('/dashboard?node=7&range=last-month');
  });

  it.each([undefined, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:0'])(
    'never leads away: %s',
    (asked) => {
      expect(returnAddress(asked)).toBe('/');
    },
  );

  it('does not lead back to signing in', () => {
    expect(returnAddress('/sign-in?return=/sign-in')).toBe('/');
  });
});
