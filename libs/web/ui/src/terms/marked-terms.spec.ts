import { markedTerms } from './marked-terms';

describe('markedTerms', () => {
  it('finds the words that explain themselves', () => {
    expect(markedTerms('Next [[clearing|Handelsrunde]] in [[interval|15 min]].')).toEqual([
      { text: 'Next ', term: null },
      { text: 'Handelsrunde', term: 'clearing' },
      { text: ' in ', term: null },
      { text: '15 min', term: 'interval' },
      { text: '.', term: null },
    ]);
  });

  it('leaves a text without marks, and a word of an unknown name, as they are', () => {
    expect(markedTerms('Plain [text].')).toEqual([{ text: 'Plain [text].', term: null }]);
    expect(markedTerms('[[magic|word]]')).toEqual([{ text: 'word', term: null }]);
    expect(markedTerms('')).toEqual([]);
  });
});
