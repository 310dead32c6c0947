import { guessable } from './guessable';
import { strengthOf, wordsOf } from './strength';

const strength = (password: string, email = 'ottilie.walenstadt@example.ch') =>
  strengthOf(password, guessable(password, wordsOf(email)));

describe('the strength of a password', () => {
  it.each([
    ['password', 'very-weak'],
    ['qwertz1', 'very-weak'],
    ['blaue Kuh tanzt leise', 'strong'],
    ['hf3r-2uty-sxdf-ptm8', 'strong'],
  ])('%s is %s', (password, word) => {
    expect(strength(password)).toBe(word);
  });

  it('is less where it is made of the address', () => {
    expect(strength('ottilie.walenstadt')).toBe('very-weak');
    expect(strength('ottilie.walenstadt', 'a@b.ch')).not.toBe('very-weak');
  });

  it('is at best fair for a short one, whatever its signs', () => {
    expect(strength('Gx7!q_Zw')).toBe('fair');
  });
});
