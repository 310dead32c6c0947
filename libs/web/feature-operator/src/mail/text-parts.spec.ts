import { textParts } from './text-parts';

describe('textParts', () => {
  it('tells addresses from words', () => {
    expect(textParts('Go to http://localhost:3000/invitation#token=a-b_c.\n\nBye (https://a.ch/x?y=1)')).toEqual([
      { text: 'Go to ', link: false },
      { text: 'http://localhost:3000/invitation#token=a-b_c', link: true },
      { text: '.\n\nBye (', link: false },
      { text: 'https://a.ch/x?y=1', link: true },
      { text: ')', link: false },
    ]);
  });

  it('makes no link of anything else', () => {
    const text = 'javascript:alert(1) ftp://a.b data:text/html,x';
    expect(textParts(text)).toEqual([{ text, link: false }]);
    expect(textParts('')).toEqual([]);
  });
});
