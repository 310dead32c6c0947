import { Failure } from '@ceex/server';

/** Longer lines than this are no readings; without a bound a file without line ends would fill the memory. */
const MAX_LINE = 10_000;

/** Splits a stream of UTF-8 text (with or without a byte order mark) into lines, a chunk's lines at a time. */
export async function* csvLines(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    if (rest.length > MAX_LINE) throw new Failure('unprocessable', { detail: `a line is longer than ${MAX_LINE}` });
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
