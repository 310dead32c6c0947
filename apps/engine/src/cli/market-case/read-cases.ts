import { CommandError } from '../command-error';
import { FieldErrors } from './field-errors';
import { parseJson } from './json-syntax';
import { readMarketCase, type MarketCase } from './market-case';

/** The cases of an input, and whether it was an array of them. */
export interface Cases {
  readonly cases: readonly MarketCase[];
  readonly isArray: boolean;
}

/** Reads and checks one case or an array of cases. Throws CommandError that names every bad field. */
export function readCases(text: string): Cases {
  if (text.trim() === '') throw new CommandError('input: empty; it must be a case or an array of cases, as JSON');
  const content = parseJson(text);
  const isArray = Array.isArray(content);
  const errors = new FieldErrors();
  const cases: MarketCase[] = [];
  for (const [at, value] of (isArray ? (content as unknown[]) : [content]).entries()) {
    if (errors.isFull) break;
    const own = new FieldErrors();
    const one = readMarketCase(value, isArray ? [at] : [], own);
    if (one !== null) cases.push(one);
    errors.include(own);
  }
  if (!errors.isEmpty) throw new CommandError(errors.text);
  return { cases, isArray };
}
