/** @jest-environment node */
import { join } from 'node:path';
import { compile } from 'sass';

type Scheme = 'light' | 'dark';
type Palette = ReadonlyMap<string, string>;

const { css } = compile(join(__dirname, '../styles.scss'), {
  loadPaths: [join(__dirname, '../../../../node_modules')],
});
const TOKEN = /(--[\w-]+): light-dark\((#[0-9a-f]{6}), ?(#[0-9a-f]{6})\);/g;

/** The colours in force in a scheme: those of all rules, then with high contrast those of its rule. */
function palette(scheme: Scheme, high: boolean): Palette {
  const [plain = '', more = ''] = css.split(/html\[data-contrast=["']?more["']?\]/);
  const colors = new Map<string, string>();
  for (const part of high ? [plain, more] : [plain])
    for (const [, name, light, dark] of part.matchAll(TOKEN)) colors.set(name!, scheme === 'light' ? light! : dark!);
  return colors;
}

/** Relative luminance of a colour `#rrggbb` (WCAG 2.2). */
function luminance(color: string): number {
  const channel = (start: number) => {
    const part = parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const sys = (name: string) => `--mat-sys-${name}`;
const GROUNDS = [sys('surface'), sys('surface-container'), '--ceex-panel'];
const MEANINGS = ['sun', 'leaf', 'slate'];
const on = (names: readonly string[]) => names.flatMap((name) => GROUNDS.map((ground) => [name, ground] as const));

const texts = [
  ...on([sys('on-surface'), sys('on-surface-variant'), sys('primary'), sys('error')]),
  ...['primary', 'secondary', 'tertiary', 'error'].flatMap((role) => [
    [sys(`on-${role}`), sys(role)] as const,
    [sys(`on-${role}-container`), sys(`${role}-container`)] as const,
  ]),
  [sys('inverse-on-surface'), sys('inverse-surface')] as const,
  [sys('inverse-primary'), sys('inverse-surface')] as const,
  ...MEANINGS.flatMap((name) => [
    [`--ceex-on-${name}`, `--ceex-${name}`] as const,
    [`--ceex-on-${name}-container`, `--ceex-${name}-container`] as const,
  ]),
];
const shapes = on([sys('outline'), ...MEANINGS.map((name) => `--ceex-${name}`)]);

describe.each(['light', 'dark'] as const)('colours, %s', (scheme) => {
  it.each([
    [false, 'text', 4.5],
    [false, 'shapes', 3],
    [true, 'text', 7],
    [true, 'shapes', 4.5],
  ] as const)('keep the contrast (high: %s): %s at %d : 1', (high, kind, least) => {
    const colors = palette(scheme, high);
    const faults = (kind === 'text' ? texts : shapes)
      .map(([front, back]) => ({ front, back, ratio: contrast(colors.get(front) ?? '', colors.get(back) ?? '') }))
      .filter(({ ratio }) => !(ratio >= least));
    expect(faults).toEqual([]);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
