import { computed, effect, type Signal, signal, untracked } from '@angular/core';
import { toProblemError, type ClientProblemCode } from '@ceex/web-data-access';

/** A page of a list as the server answers it. */
export interface Page<T, C> {
  readonly items: readonly T[];
  /** Where the next page begins; null on the last one. */
  readonly next: C | null;
  /** How many there are on all pages, where the server counts them. */
  readonly total?: number;
}

/** A list that is read page by page. */
export interface PagedList<T> {
  /** What was read so far; undefined until the first answer. */
  readonly items: Signal<readonly T[] | undefined>;
  readonly total: Signal<number | undefined>;
  readonly hasMore: Signal<boolean>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<ClientProblemCode | null>;
  more(): Promise<void>;
  /** Reads the list anew from its beginning; what is on the screen stays until the answer is there. */
  reload(): Promise<void>;
  /** Puts a changed row in the place of the old one. */
  replace(isSame: (item: T) => boolean, item: T): void;
}

interface Read<T, C> {
  readonly items: readonly T[];
  readonly next: C | null;
  readonly total?: number;
}

/**
 * Reads what `query` asks for, anew whenever that changes; undefined asks for nothing yet. An answer that is overtaken by
 * a newer question is dropped. Make it in an injection context.
 */
export function pagedList<Q, T, C>(
  query: () => Q | undefined,
  read: (query: Q, cursor: C | undefined) => Promise<Page<T, C>>,
): PagedList<T> {
  const state = signal<Read<T, C> | undefined>(undefined);
  const loading = signal(false);
  const problem = signal<ClientProblemCode | null>(null);
  let asked = 0;

  const load = async (cursor: C | undefined): Promise<void> => {
    const wanted = untracked(query);
    if (wanted === undefined) return;
    const question = ++asked;
    loading.set(true);
    problem.set(null);
    try {
      const page = await read(wanted, cursor);
      if (question !== asked) return;
      const before = cursor === undefined ? [] : (state()?.items ?? []);
      state.set({ ...page, items: [...before, ...page.items] });
    } catch (failure) {
      if (question === asked) problem.set(toProblemError(failure).code);
    }
    if (question === asked) loading.set(false);
  };

  effect(() => {
    query();
    untracked(() => {
      state.set(undefined);
      void load(undefined);
    });
  });

  return {
    items: computed(() => state()?.items),
    total: computed(() => state()?.total),
    hasMore: computed(() => (state()?.next ?? null) !== null),
    loading: loading.asReadonly(),
    problem: problem.asReadonly(),
    more: () => load(state()?.next ?? undefined),
    reload: () => load(undefined),
    replace: (isSame, item) =>
      state.update((now) => now && { ...now, items: now.items.map((one) => (isSame(one) ? item : one)) }),
  };
}
