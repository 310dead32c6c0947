import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ProblemError } from '@ceex/web-data-access';
import { type Page, pagedList } from './paged-list';

describe('pagedList', () => {
  const settle = async () => {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, 0));
  };
  const letters: Record<string, Page<string, number>> = {
    a: { items: ['a1', 'a2'], next: 2, total: 3 },
    'a 2': { items: ['a3'], next: null, total: 3 },
    b: { items: [], next: null },
  };

  function create(
    read = jest.fn(async (query: string, cursor?: number) => letters[`${query} ${cursor ?? ''}`.trim()]!),
  ) {
    const query = signal<string | undefined>('a');
    const list = TestBed.runInInjectionContext(() => pagedList(query, read));
    return { query, list, read };
  }

  it('adds page to page until the last', async () => {
    const { list } = create();
    expect(list.items()).toBeUndefined();
    await settle();
    expect([list.items(), list.total(), list.hasMore()]).toEqual([['a1', 'a2'], 3, true]);
    await list.more();
    expect([list.items(), list.hasMore()]).toEqual([['a1', 'a2', 'a3'], false]);
    await list.reload();
    expect(list.items()).toEqual(['a1', 'a2']);
  });

  it('forgets what another question was answered, also when that answer comes late', async () => {
    let answerA: (page: Page<string, number>) => void = () => undefined;
    const late = new Promise<Page<string, number>>((resolve) => (answerA = resolve));
    const { list, query } = create(jest.fn((asked: string) => (asked === 'a' ? late : Promise.resolve(letters['b']!))));
    await settle();
    query.set('b');
    await settle();
    answerA(letters['a']!);
    await settle();
    expect(list.items()).toEqual([]);
  });

  it('keeps what it has when the next page does not come, and asks for nothing without a question', async () => {
    const { list, query, read } = create();
    await settle();
    read.mockRejectedValueOnce(new ProblemError('offline', 0));
    await list.more();
    expect([list.problem(), list.items(), list.loading()]).toEqual(['offline', ['a1', 'a2'], false]);
    read.mockClear();
    query.set(undefined);
    await settle();
    expect(read).not.toHaveBeenCalled();
  });

  it('changes a row in its place', async () => {
    const { list } = create();
    await settle();
    list.replace((item) => item === 'a2', 'A2');
    expect(list.items()).toEqual(['a1', 'A2']);
  });
});
