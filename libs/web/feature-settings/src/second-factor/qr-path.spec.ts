import { encode } from 'uqr';
import { qrPath } from './qr-path';

const URI = 'otpauth://totp/CEEX:anna%40example.ch?secret=JBSWY3DPEHPK3PXP&issuer=CEEX';

describe('qrPath', () => {
  it('has exactly the dark modules', () => {
    const { size, path } = qrPath(URI);
    const dark = new Set<string>();
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let step = 0; step < Number(width); step++) dark.add(`${Number(x) + step} ${y}`);
    const { data } = encode(URI, { ecc: 'M', border: 4 });
    const expected = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));
    expect([...dark].sort()).toEqual(expected.sort());
    expect(size).toBe(data.length);
  });
});
