import { CommandError } from '../command-error';

/** Larger inputs are refused: a text of the engine's language ends near twice that. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** The whole of a stream as text, without a byte order mark. Throws CommandError where it is too long or no UTF-8. */
export async function readText(stream: AsyncIterable<Uint8Array>, mostBytes = MOST_BYTES): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readable(stream)) {
    size += chunk.length;
    if (size > mostBytes) throw new CommandError(`input: longer than ${mostBytes} bytes; cut it into several runs`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new CommandError('input: not UTF-8');
  }
}

async function* readable(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw new CommandError(`input: cannot be read: ${(error as Error).message}`);
  }
}
