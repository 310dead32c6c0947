import type * as z from 'zod';
import type { FieldErrors, FieldPath } from './field-errors';

/** The value as the schema has it, or undefined after its errors were added. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, path: FieldPath, errors: FieldErrors): T | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const at = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    if (issue.code !== 'unrecognized_keys') errors.add(at, issue.message);
    else for (const key of issue.keys) errors.add([...at, key], issue.message);
  }
  return undefined;
}

/** Checks every entry of a list, until there are more errors than anybody reads. */
export function checkedEach<T>(
  schemaOf: (entry: unknown) => z.ZodType<T>,
  entries: readonly unknown[],
  path: FieldPath,
  errors: FieldErrors,
): T[] {
  const good: T[] = [];
  for (const [at, entry] of entries.entries()) {
    if (errors.isFull) break;
    const value = checked(schemaOf(entry), entry, [...path, at], errors);
    if (value !== undefined) good.push(value);
  }
  return good;
}
