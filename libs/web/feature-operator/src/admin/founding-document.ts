import type { createCommunity, FieldError, FoundCommunity } from '@ceex/contracts';
import type { z } from 'zod';

type Founding = z.input<(typeof createCommunity)['schemas']['body']>['founding'];

/** A founding document as far as it can be read without the server. */
export type ReadDocument =
  | { readonly problem: 'empty' | 'not-json' | 'no-document' }
  | { readonly problem: null; readonly document: Founding; readonly summary: DocumentSummary };

/** What an administrator checks at a glance before founding. */
export interface DocumentSummary {
  readonly name: string;
  readonly nodes: number;
  readonly households: number;
  readonly tariffs: number;
}

/** Reads a founding document. Whether its fields are right is for the server to say, by their paths. */
export function readDocument(text: string): ReadDocument {
  if (text.trim() === '') return { problem: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'no-document' };
  const { name, grid, households, tariffs } = value as Partial<Record<keyof FoundCommunity, unknown>>;
  const count = (list: unknown) => (Array.isArray(list) ? list.length : 0);
  return {
    problem: null,
    document: value as Founding,
    summary: {
      name: typeof name === 'string' ? name : '',
      nodes: count(grid),
      households: count(households),
      tariffs: count(tariffs),
    },
  };
}

/** What is wrong with the fields of the document, their paths as they are in it: `grid.1.parent`. */
export function faultsOf(errors: readonly FieldError[]): readonly FieldError[] {
  return errors
    .filter(({ path }) => path.startsWith('body.founding'))
    .map(({ path, message }) => ({ path: path.replace(/^body\.founding\.?/, ''), message }));
}
