import { effect, signal, type Signal, untracked } from '@angular/core';
import { type ProblemError, toProblemError } from '@ceex/web-data-access/start';
import { linkToken } from './link-token';

/** What is known of a link: `dead` where it is wrong, used or too old, `unknown` where the server could not be asked. */
export type LinkCheck<T> =
  | { readonly state: 'checking' }
  | { readonly state: 'open'; readonly seen: T }
  | { readonly state: 'dead' }
  | { readonly state: 'unknown'; readonly problem: ProblemError };

/** The link that led here, looked at before anybody types. */
export interface CheckedLink<T> {
  readonly check: Signal<LinkCheck<T>>;
  /** The token of an open link; empty for none. */
  token(): string;
  /** Looks again. */
  again(): void;
  /** It did what it was for. */
  used(): void;
  /** It turned out to be worth nothing. */
  dead(): void;
}

/** What a link refused as not valid is to the server; a token that cannot be one is a bad request. */
const WORTHLESS: readonly string[] = ['link-not-valid', 'bad-request', 'not-found'];

/** Whether a link is worth nothing, by what the server answered. */
export function isDead({ code }: ProblemError): boolean {
  return WORTHLESS.includes(code);
}

/** `look` resolves to what the link is for; null, or refused as not valid: it is dead. Call in an injection context. */
export function checkedLink<T>(page: string, look: (token: string) => Promise<T | null>): CheckedLink<T> {
  const token = linkToken(page);
  const check = signal<LinkCheck<T>>({ state: 'checking' });

  const dead = (): void => {
    token.forget();
    check.set({ state: 'dead' });
  };
  const again = async (): Promise<void> => {
    const text = token.value();
    if (text === null) return dead();
    check.set({ state: 'checking' });
    try {
      const seen = await look(text);
      if (token.value() !== text) return;
      if (seen === null) dead();
      else check.set({ state: 'open', seen });
    } catch (failure) {
      const problem = toProblemError(failure);
      if (isDead(problem)) dead();
      else check.set({ state: 'unknown', problem });
    }
  };
  effect(() => {
    token.value();
    untracked(() => void again());
  });

  return {
    check: check.asReadonly(),
    token: () => token.value() ?? '',
    again: () => void again(),
    used: () => token.forget(),
    dead,
  };
}
