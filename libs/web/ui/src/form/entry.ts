import { computed, signal, type Signal } from '@angular/core';

/** What is typed into one field of a small form. */
export interface Entry {
  readonly text: Signal<string>;
  /** Whether it may be sent. */
  readonly complete: Signal<boolean>;
  /** Whether it is to be said that something is wrong: not before the field was left. */
  readonly wrong: Signal<boolean>;
  type(event: Event): void;
  leave(): void;
  /** Begins anew with `text`. */
  set(text: string): void;
}

/** An empty entry that may be sent once `isComplete` says so. The pages before sign-in are too small for a form library. */
export function entry(isComplete: (text: string) => boolean, start = ''): Entry {
  const [text, left] = [signal(start), signal(false)];
  const complete = computed(() => isComplete(text()));
  return {
    text: text.asReadonly(),
    complete,
    wrong: computed(() => left() && !complete()),
    type: (event) => text.set((event.target as HTMLInputElement).value),
    leave: () => left.set(true),
    set(value) {
      text.set(value);
      left.set(false);
    },
  };
}

/** An entry for an e-mail address. One has something on both sides of its @; all else is for the server to say. */
export function emailEntry(start = ''): Entry {
  return entry((text) => /^\S+@\S+$/.test(text.trim()), start);
}
