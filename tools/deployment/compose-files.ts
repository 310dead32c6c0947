import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(__dirname, '../..');

export interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly ports?: readonly unknown[];
  readonly read_only?: boolean;
  readonly init?: boolean;
  readonly cap_drop?: readonly string[];
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
  readonly deploy?: Deploy;
  readonly [key: string]: unknown;
}

interface Deploy {
  readonly replicas?: number;
  readonly labels?: readonly string[];
  readonly update_config?: { readonly order?: string; readonly failure_action?: string };
  readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } };
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, { readonly external?: boolean; readonly internal?: boolean } | null>>;
  readonly secrets?: Readonly<Record<string, { readonly external?: boolean; readonly name?: string }>>;
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A compose file with its anchors and merge keys resolved; its variables are left as they are. */
export const readCompose = (file: string): Compose => parse(read(file), { merge: true }) as Compose;

/** A variable that a compose file reads: `${NAME}`, `${NAME:-default}`, `${NAME:?what is missing}`. */
export interface Variable {
  readonly name: string;
  readonly required: boolean;
  readonly fallback: string;
}

export function variablesOf(text: string): Variable[] {
  const code = text.replace(/^\s*#.*$/gm, '');
  return [...code.matchAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g)].map(([, name = '', mark, rest = '']) => ({
    name,
    required: mark !== '-',
    fallback: mark === '-' ? rest : '',
  }));
}

/** The variables that a `.env.example` names: what is commented out is not required, and shows the default. */
export function examples(file: string): Variable[] {
  return [...read(file).matchAll(/^(#?)([A-Z0-9_]+)=(.*)$/gm)].map(([, mark, name = '', value = '']) => ({
    name,
    required: mark === '',
    fallback: mark === '' ? '' : value,
  }));
}
