import { BlockStore } from './block-store';
import { BlockBuilder, BLOCK_INTERVALS, blockOf, intervalsOf, type PastBlock } from './past-block';

const block = (bytes: number): Promise<PastBlock> =>
  Promise.resolve({ memory: new SharedArrayBuffer(bytes), count: 0, orders: 0 });

describe('the store of blocks', () => {
  it('forgets what was not used for longest, as soon as there is too much', async () => {
    const store = new BlockStore(100);
    store.set('a', block(40));
    store.set('b', block(40));
    await Promise.all([store.get('a'), store.get('b')]);
    expect(store.totalBytes).toBe(80);
    expect(store.get('a')).toBeDefined();
    store.set('c', block(40));
    await store.get('c');
    expect(['a', 'b', 'c'].map((key) => store.get(key) !== undefined)).toEqual([true, false, true]);
    expect(store.totalBytes).toBe(80);
    store.delete('a');
    expect(store.totalBytes).toBe(40);
  });

  it('counts a block that took the place of another once, and one that was forgotten meanwhile not at all', async () => {
    const store = new BlockStore(100);
    const [first, second] = [block(30), block(50)];
    store.set('a', first);
    store.set('a', second);
    const gone = block(10);
    store.set('b', gone);
    store.delete('b');
    await Promise.all([first, second, gone]);
    expect(store.totalBytes).toBe(50);
  });

  it('tries again what could not be read', async () => {
    const store = new BlockStore(100);
    const failed = Promise.reject(new Error('no database'));
    store.set('a', failed);
    await expect(store.get('a')).rejects.toThrow('no database');
    expect(store.get('a')).toBeUndefined();
  });
});

describe('a block', () => {
  it('is a week, and every interval lies in one', () => {
    expect([0, BLOCK_INTERVALS - 1, BLOCK_INTERVALS, -1].map(blockOf)).toEqual([0, 0, 1, -1]);
  });

  it('holds the last version of each interval, however many orders there are', () => {
    const builder = new BlockBuilder();
    const add = (index: number, limits: readonly number[]): void => {
      builder.limitMicroPerKwh.set(limits, builder.add(index, limits.length));
    };
    add(7, [1, 2]);
    add(8, [3]);
    add(8, [4, 5]);
    const at = builder.add(9, 100_000);
    builder.quantityWh[at + 99_999] = 6;
    const first = intervalsOf(builder.finish());
    expect([...first.intervalIndex]).toEqual([7, 8, 9]);
    expect([...first.first]).toEqual([0, 2, 4, 100_004]);
    expect([...first.limitMicroPerKwh.subarray(0, 4)]).toEqual([1, 2, 4, 5]);
    expect(first.quantityWh[100_003]).toBe(6);
    add(10, [9]);
    expect([...intervalsOf(builder.finish()).limitMicroPerKwh]).toEqual([9]);
    expect(builder.finish()).toMatchObject({ count: 0, orders: 0 });
  });
});
