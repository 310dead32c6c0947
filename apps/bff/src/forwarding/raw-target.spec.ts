import { isPlainTarget } from './raw-target';

describe('isPlainTarget', () => {
  it.each(['/', '/dashboard', '/api/engine/node/7', '/a/', '/main-7KQ2.js', '/a?x=%2Fb&y=a+b', '/a?', '/~a:b_c'])(
    'takes %s',
    (target) => expect(isPlainTarget(target)).toBe(true),
  );

  it.each([
    '',
    'a',
    '*',
    '?x',
    'http://a/b',
    '//',
    '//a',
    '/a//b',
    '/./a',
    '/a/..',
    '/..',
    '/a%2fb',
    '/a\\b',
    '/a b',
    '/a;b',
    '/a?x\u0000',
    '/a?é',
    '/é',
    `/${'a'.repeat(2_048)}`,
  ])('refuses %s', (target) => expect(isPlainTarget(target)).toBe(false));
});
