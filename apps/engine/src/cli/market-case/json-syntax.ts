import { CommandError } from '../command-error';

/** Reads JSON; where it is none, the message says at which line and column. Throws CommandError. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The engine's own message often lacks the place.
    const { offset, expected } = firstError(text);
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    const found = offset < text.length ? JSON.stringify(text.slice(offset, offset + 12)) : 'the end of the input';
    throw new CommandError(`line ${line}, column ${column}: no JSON: expected ${expected}, found ${found}`);
  }
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected =
  | 'a value'
  | 'a value or "]"'
  | 'a field name'
  | 'a field name or "}"'
  | '":"'
  | '"," or a bracket'
  | 'nothing more (several cases go into one array)';

/** Walks over the tokens without recursion until one does not fit. */
function firstError(text: string): { offset: number; expected: string } {
  const open: string[] = [];
  let expected: Expected = 'a value';
  let offset = skip(SPACE, text, 0);
  while (offset < text.length) {
    const next = step(text, offset, expected, open);
    if (next === null) return { offset, expected: named(expected, open) };
    expected = next.expected;
    offset = skip(SPACE, text, next.end);
  }
  return { offset, expected: named(expected, open) };
}

function step(
  text: string,
  at: number,
  expected: Expected,
  open: string[],
): { end: number; expected: Expected } | null {
  const char = text[at]!;
  const end = at + 1;
  if (expected === '":"') return char === ':' ? { end, expected: 'a value' } : null;
  if (expected.startsWith('a field name') && char !== '}') {
    const name = char === '"' ? skip(SCALAR, text, at) : at;
    return name > at ? { end: name, expected: '":"' } : null;
  }
  if (char === '}' || char === ']') return mayClose(char, expected, open) ? { end, expected: closed(open) } : null;
  if (expected === '"," or a bracket') {
    return char === ',' ? { end, expected: open.at(-1) === '}' ? 'a field name' : 'a value' } : null;
  }
  if (!expected.startsWith('a value')) return null;
  if (char === '{' || char === '[') {
    open.push(char === '{' ? '}' : ']');
    return { end, expected: char === '{' ? 'a field name or "}"' : 'a value or "]"' };
  }
  const value = skip(SCALAR, text, at);
  return value > at ? { end: value, expected: after(open) } : null;
}

function mayClose(char: string, expected: Expected, open: readonly string[]): boolean {
  return open.at(-1) === char && (expected === '"," or a bracket' || expected.endsWith(`"${char}"`));
}

function closed(open: string[]): Expected {
  open.pop();
  return after(open);
}

function after(open: readonly string[]): Expected {
  return open.length > 0 ? '"," or a bracket' : 'nothing more (several cases go into one array)';
}

function named(expected: Expected, open: readonly string[]): string {
  return expected === '"," or a bracket' ? `"," or "${open.at(-1)}"` : expected;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
