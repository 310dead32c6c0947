import { LANGUAGES, LETTER_KINDS, type LetterKind } from '@ceex/contracts';
import { JSDOM } from 'jsdom';
import Mustache from 'mustache';
import { type LetterData, SECOND_FACTOR_CHANGES } from './letters';
import { TEXTS } from './texts';
import { WriteLetter } from './write-letter';

const LINK = 'https://ceex.example.org/reset-password#tok=en';
/** One example of each kind: what no example has, no template may name. */
const EXAMPLES: { readonly [K in LetterKind]: LetterData[K] } = {
  invitation: { community: 'Sonnenhof', nodes: ['Hof 1', 'Hof 2'], link: LINK, expires: '2026-05-15T10:00:00.000Z' },
  'verify-registration': { link: LINK },
  'reset-password': { link: LINK, minutes: 30 },
  'no-account-here': {},
  'account-exists': { link: LINK },
  'confirm-email': { link: LINK },
  'email-changing': { newEmailHint: 'a…@example.org', link: LINK },
  'email-changed': {},
  'password-changed': {},
  'session-reused': { device: 'Firefox, Linux', at: '2026-05-01T12:00:00.000Z' },
  'second-factor-changed': { what: 'passkey-added' },
  'node-shared': { label: 'Hof 1', link: LINK },
  'node-added': { community: 'Sonnenhof', label: 'Hof 1', link: LINK },
  'node-removed': { label: 'Hof 1' },
  'operator-made': { community: 'Sonnenhof', link: LINK },
  'operator-ended': { community: 'Sonnenhof' },
  'account-deleted': {},
};

const writer = new WriteLetter({ PRODUCT_NAME: 'Sonnendorf & Co', MAIL_TIME_ZONE: 'Europe/Zurich' });
const write = <K extends LetterKind>(kind: K, language: (typeof LANGUAGES)[number], data: LetterData[K]) =>
  writer.run({ id: '7', createdAt: new Date(), kind, language, recipient: 'anna@example.org', data });
const ALL = LETTER_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

describe('letters', () => {
  it.each(ALL)('%s, %s: names only what it is given, and all of it', (kind, language) => {
    const { subject, before, button = '', after } = TEXTS[language].letters[kind];
    const named = [subject, ...before, button, ...after].flatMap((text) => namesIn(text));
    const given = Object.keys(EXAMPLES[kind]).filter((name) => name !== 'link');
    expect([...new Set(named)].filter((name) => name !== 'product').sort()).toEqual(given.sort());
    expect(button !== '').toBe('link' in EXAMPLES[kind]);
  });

  it.each(ALL)('%s, %s: says the same in text and in HTML, with its link in both', (kind, language) => {
    const { subject, text, html } = write(kind, language, EXAMPLES[kind]);
    const { document } = new JSDOM(html).window;
    expect(`${subject}${text}${html}`).not.toMatch(/\{\{|undefined|\bnull\b|\[object/);
    expect(document.documentElement.lang).toBe(language);
    expect(document.title).toBe(subject);
    expect(document.querySelector('h1')?.textContent).toBe(subject);
    const shown = document.body.textContent.replace(/\s+/g, ' ');
    // All but the last, which begins with the sign of a footer.
    for (const paragraph of text
      .split('\n\n')
      .slice(0, -1)
      .filter((part) => !part.includes(LINK)))
      expect(shown).toContain(paragraph);
    const links = [...document.querySelectorAll('a')].map(({ href }) => href);
    expect(links).toEqual('link' in EXAMPLES[kind] ? [LINK, LINK] : []);
    expect(text.includes(LINK)).toBe('link' in EXAMPLES[kind]);
  });

  it.each(ALL)('%s, %s: loads nothing from anywhere and runs nothing', (kind, language) => {
    const { html } = write(kind, language, EXAMPLES[kind]);
    const { document } = new JSDOM(html).window;
    expect(document.querySelectorAll('img, script, link, iframe, object, form, [src], [srcset]')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import|@font-face/);
  });

  it('differ from language to language', () => {
    for (const kind of LETTER_KINDS)
      expect(new Set(LANGUAGES.map((language) => write(kind, language, EXAMPLES[kind]).text)).size).toBe(4);
  });

  it.each(SECOND_FACTOR_CHANGES)('have a sentence for %s', (what) => {
    for (const language of LANGUAGES)
      expect(write('second-factor-changed', language, { what }).text).toContain(TEXTS[language].changes[what]);
  });

  it('tell dates in words, and leave out what there is none of', () => {
    const { text } = write('invitation', 'de', EXAMPLES.invitation);
    expect(text).toContain('Zu Ihrem Konto gehört dann: Hof 1 und Hof 2.');
    expect(text).toContain('bis 15. Mai 2026');
    expect(write('session-reused', 'en', EXAMPLES['session-reused']).text).toContain('1 May 2026 at 14:00');
    const operator = write('invitation', 'de', { ...EXAMPLES.invitation, nodes: [] });
    expect(operator.text).not.toContain('Zu Ihrem Konto');
    expect(operator.html).not.toContain('<p class="ink" style="margin:0 0 16px;color:#1b2327"></p>');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</title><style>*{display:none}</style>',
    '{{{link}}}{{#nodes}}',
    '&lt;b&gt;',
  ])('show a community named %p as just that', (community) => {
    const { subject, text, html } = write('invitation', 'en', {
      ...EXAMPLES.invitation,
      community,
      nodes: [community],
    });
    const { document } = new JSDOM(html).window;
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(document.querySelector('h1')?.textContent).toBe(`Invitation to the community ${community}`);
    expect(subject).toBe(`Invitation to the community ${community}`);
    expect(text).toContain(`This will belong to your account: ${community}.`);
  });

  it.each(['A\r\nBcc: eve@example.org', 'A\nSubject: x', 'A\u2028B', 'A\u0000B', 'A\u202EB'])(
    'keep a name with unseen characters on one line: %j',
    (label) => {
      const { subject, text } = write('node-removed', 'en', { label });
      expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(text).not.toContain(label);
    },
  );
});

/** The names in the tags of a mustache template, sections and what is in them included. */
function namesIn(template: string): string[] {
  const names = (tokens: readonly unknown[][]): string[] =>
    tokens.flatMap(([type, name, , , inner]) => [
      ...(type === 'text' ? [] : [String(name)]),
      ...(Array.isArray(inner) ? names(inner as unknown[][]) : []),
    ]);
  return names(Mustache.parse(template) as unknown[][]);
}
