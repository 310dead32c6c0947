import fc from 'fast-check';
import { parseJson } from './json-syntax';

const END = 'found the end of the input';

describe('JSON that cannot be read', () => {
  it.each([
    ['{"a":x}', 'line 1, column 6: no JSON: expected a value, found "x}"'],
    ['{\n  "a": 1,\n}', 'line 3, column 1: no JSON: expected a field name, found "}"'],
    ['[1,]', 'line 1, column 4: no JSON: expected a value, found "]"'],
    ['{"a" 1}', 'line 1, column 6: no JSON: expected ":", found "1}"'],
    ['{"a":1 "b":2}', 'line 1, column 8: no JSON: expected "," or "}", found'],
    ['[1 2]', 'line 1, column 4: no JSON: expected "," or "]", found "2]"'],
    ["{'a':1}", 'line 1, column 2: no JSON: expected a field name or "}", found'],
    ['{"a":1]', 'line 1, column 7: no JSON: expected "," or "}", found "]"'],
    ['[01]', 'line 1, column 3: no JSON: expected "," or "]", found "1]"'],
    ['[NaN]', 'line 1, column 2: no JSON: expected a value or "]", found "NaN]"'],
    ['["a\nb"]', 'line 1, column 2: no JSON: expected a value or "]"'],
    ['{"a":1', `line 1, column 7: no JSON: expected "," or "}", ${END}`],
    ['\n\n[', `line 3, column 2: no JSON: expected a value or "]", ${END}`],
    ['{}\n{}', 'line 2, column 1: no JSON: expected nothing more (several cases go into one array), found "{}"'],
  ])('%j', (text, message) => {
    expect(() => parseJson(text)).toThrow(message);
  });

  it('is told whatever is wrong, and only then', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\\',
    );
    const broken = fc
      .json()
      .chain((json) =>
        fc
          .tuple(fc.nat(json.length), fc.nat(3), part)
          .map(([at, cut, put]) => json.slice(0, at) + put + json.slice(at + cut)),
      );
    fc.assert(
      fc.property(
        fc.oneof(
          broken,
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          if (isJson) return expect(parseJson(text)).toEqual(JSON.parse(text));
          return expect(() => parseJson(text)).toThrow(
            /^line \d+, column \d+: no JSON: expected (?!nothing.*end of the input)/,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('deep nesting and long texts do not exhaust the stack', () => {
    const deep = '['.repeat(1_000_000);
    expect(() => parseJson(deep)).toThrow('line 1, column 1000001');
    expect(() => parseJson(`["${'a'.repeat(5_000_000)}" 1`)).toThrow('column 5000005');
  });
});
