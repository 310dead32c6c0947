import { SharedLookups } from './shared-lookups';

describe('lookups that are shared', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('ask once for all who ask in the same turn', async () => {
    const read = jest.fn(async (keys: readonly string[]) => new Map(keys.map((key) => [key, key.toUpperCase()])));
    const lookups = new SharedLookups(read);
    expect(await Promise.all(['a', 'b', 'a'].map((key) => lookups.find(key)))).toEqual(['A', 'B', 'A']);
    expect(read.mock.calls).toEqual([[['a', 'b']]]);
  });

  it('never answer from a statement that began before the question', async () => {
    let value = 'before';
    const gates: (() => void)[] = [];
    const lookups = new SharedLookups(async (keys) => {
      const seen = value;
      await new Promise<void>((resolve) => gates.push(resolve));
      return new Map(keys.map((key) => [key, seen]));
    });
    const first = lookups.find('a');
    await turn();
    value = 'after';
    const second = lookups.find('a');
    await turn();
    gates.forEach((open) => open());
    expect(await Promise.all([first, second])).toEqual(['before', 'after']);
  });

  it('keep few statements running; who asks meanwhile shares the next one', async () => {
    const gates: (() => void)[] = [];
    const read = jest.fn(async (keys: readonly string[]) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return new Map(keys.map((key) => [key, key]));
    });
    const lookups = new SharedLookups(read);
    const asked = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      asked.push(lookups.find(key));
      await turn();
    }
    expect(read.mock.calls).toEqual([[['a']], [['b']]]);
    gates.shift()?.();
    await turn();
    await turn();
    expect(read.mock.calls[2]).toEqual([['c', 'd']]);
    gates.forEach((open) => open());
    expect(await Promise.all(asked)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tell everybody of a failure, and try again for the next', async () => {
    const read = jest.fn(async () => new Map([['a', 1]]));
    read.mockRejectedValueOnce(new Error('away'));
    const lookups = new SharedLookups(read);
    await expect(Promise.all([lookups.find('a'), lookups.find('b')])).rejects.toThrow('away');
    expect(await lookups.find('a')).toBe(1);
    expect(await lookups.find('b')).toBeUndefined();
  });
});
