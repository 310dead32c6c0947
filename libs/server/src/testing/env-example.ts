import { readFileSync } from 'node:fs';

export interface ExampleVariable {
  readonly name: string;
  /** Commented out: it need not be set, and `value` is its default. */
  readonly optional: boolean;
  readonly value: string;
}

/** The variables that a `.env.example` describes, in its order. */
export function readEnvExample(file: string): ExampleVariable[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, mark, name = '', value = ''] = /^(#?)([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
      return name ? [{ name, optional: mark === '#', value }] : [];
    });
}
