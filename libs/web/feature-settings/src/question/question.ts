/** What is asked before something is done, and what does it. Its texts are keys. */
export interface Question {
  readonly title: string;
  readonly text?: string;
  /** More of what there is to know, a line each. */
  readonly points?: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
  /** The button that does it. */
  readonly action: string;
  /** It cannot be undone. */
  readonly grave?: boolean;
  /** A field to fill in. */
  readonly field?: {
    readonly label: string;
    readonly hint?: string;
    readonly error: string;
    readonly start?: string;
    readonly isCode?: boolean;
    complete(text: string): boolean;
  };
  /** `if-required`: only once the server asks for it. */
  readonly password?: 'always' | 'if-required';
  /** Does it; what it rejects with is told in the dialog, which stays. */
  work(given: Given): Promise<unknown>;
}

export interface Given {
  /** What was typed into the field; empty without one. */
  readonly text: string;
  /** Undefined where it was not asked for. */
  readonly password: string | undefined;
}

const SIX_DIGITS = /^\d{6}$/;

/** The field for a code of the authenticator app. */
export const CODE_FIELD = {
  label: 'settings.secondFactor.code',
  hint: 'settings.secondFactor.codeHint',
  error: 'settings.secondFactor.codeError',
  isCode: true,
  complete: (text: string) => SIX_DIGITS.test(text.replace(/\s/g, '')),
} as const;
