import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readText } from './input-text';
import { OutputChunks } from './output-chunks';

const bytes = (...list: number[]) => Readable.from([Buffer.from(list)]);

describe('standard input', () => {
  it('is read as UTF-8 whatever way it is cut, without a byte order mark', async () => {
    expect(await readText(Readable.from([Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xc2]), Buffer.from([0xb5])]))).toBe(
      '{µ',
    );
  });

  it('is refused when it is no UTF-8, too long, or cannot be read', async () => {
    await expect(readText(bytes(0x7b, 0xff))).rejects.toThrow('input: not UTF-8');
    await expect(readText(bytes(1, 2, 3, 4), 3)).rejects.toThrow('input: longer than 3 bytes');
    const failing = new Readable({ read: () => failing.destroy(new Error('EISDIR')) });
    await expect(readText(failing)).rejects.toThrow('input: cannot be read: EISDIR');
  });
});

describe('standard output', () => {
  const long = () => {
    const chunks = new OutputChunks();
    for (let at = 0; at < 100_000; at++) chunks.add(`${at},`);
    return chunks;
  };

  it('gets everything, however slowly it is read', async () => {
    const slow = new PassThrough({ highWaterMark: 10 });
    const read = buffer(slow);
    await long().writeTo(slow);
    slow.end();
    expect((await read).toString()).toBe(Array.from({ length: 100_000 }, (_, at) => `${at},`).join(''));
  });

  it('may be closed early', async () => {
    let written = 0;
    const closing = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        written++;
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    await long().writeTo(closing);
    expect(written).toBe(1);
  });
});
