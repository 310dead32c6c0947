import { Location } from '@angular/common';
import { inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

/** The token of the link that led here. */
export interface LinkToken {
  /** Null: this page was opened without a link. */
  readonly value: Signal<string | null>;
  /** It was used, or is worth nothing. */
  forget(): void;
}

/**
 * Takes the token of a link (`/reset-password#token`) out of the address bar, and so out of the history and of sight. It
 * is kept for this tab until it is used, so that loading the page again, or signing in first, does not lose it. Call in
 * an injection context.
 */
export function linkToken(page: string): LinkToken {
  const location = inject(Location);
  const key = `ceex.link.${page}`;
  const value = signal(stored(key));
  // Another link pasted into the same tab arrives here too.
  inject(ActivatedRoute)
    .fragment.pipe(takeUntilDestroyed())
    .subscribe((fragment) => {
      if (!fragment) return;
      store(key, fragment);
      value.set(fragment);
      location.replaceState(location.path(), '', location.getState());
    });
  return {
    value: value.asReadonly(),
    forget: () => store(key, null),
  };
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, token);
  } catch {
    // Without storage it is lost by loading the page again; the letter still has it.
  }
}
