/** A field of what was changed: how it was and how it became. */
export interface Change {
  /** Names from the outside in: `strategy`, `kind`. */
  readonly path: readonly string[];
  /** Undefined: it was not there. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Deeper things, and more of them, are told as they are rather than field by field. */
const MAX_DEPTH = 4;

/** What differs between two values, field by field; lists and plain values are compared as a whole. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  return differences(before ?? undefined, after ?? undefined, []);
}

function differences(before: unknown, after: unknown, path: readonly string[]): readonly Change[] {
  if (path.length < MAX_DEPTH && (isFields(before) || isFields(after)) && areFields(before, after)) {
    const [old, now] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
    const names = new Set([...Object.keys(old!), ...Object.keys(now!)]);
    return [...names].flatMap((name) => differences(old![name], now![name], [...path, name]));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function areFields(before: unknown, after: unknown): boolean {
  return (before === undefined || isFields(before)) && (after === undefined || isFields(after));
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
