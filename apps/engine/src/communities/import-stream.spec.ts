import { Readable } from 'node:stream';
import { importStream, type Upload } from './import-stream';

function upload(chunks: () => Iterable<string> | AsyncIterable<string>, complete = true): Upload {
  return Object.assign(Readable.from(chunks()), { headers: {}, complete }) as Upload;
}

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const chunk of source) text += String(chunk);
  return text;
}

describe('the stream of an import', () => {
  it('passes on what comes in, up to the limit', async () => {
    expect(
      await textOf(
        importStream(
          upload(() => ['abc', 'def']),
          6,
        ),
      ),
    ).toBe('abcdef');
    await expect(
      textOf(
        importStream(
          upload(() => ['abc', 'def']),
          5,
        ),
      ),
    ).rejects.toMatchObject({ code: 'payload-too-large' });
  });

  it('fails as a bad request where the client goes away', async () => {
    async function* breaking(): AsyncGenerator<string> {
      yield 'abc';
      throw new Error('aborted');
    }
    await expect(textOf(importStream(upload(breaking), 10))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(
      textOf(
        importStream(
          upload(() => ['abc'], false),
          10,
        ),
      ),
    ).rejects.toMatchObject({ code: 'bad-request' });
  });
});
