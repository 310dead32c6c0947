/** Where in the input a field is: keys and positions from the outermost inward. */
export type FieldPath = readonly (string | number)[];

/** Collects what is wrong with an input. A file that is all wrong need not be told line by line. */
export class FieldErrors {
  static readonly MOST = 20;
  readonly #lines: string[] = [];

  add(path: FieldPath, message: string): void {
    if (!this.isFull) this.#lines.push(`${pathText(path)}: ${message}`);
  }

  /** Adds the errors of a part that was checked for itself. */
  include(part: FieldErrors): void {
    for (const line of part.#lines) if (!this.isFull) this.#lines.push(line);
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** No more is looked for: what follows would not be read. */
  get isFull(): boolean {
    return this.#lines.length >= FieldErrors.MOST;
  }

  /** One line an error. */
  get text(): string {
    const lines = this.isFull ? [...this.#lines, `(only the first ${FieldErrors.MOST} are shown)`] : this.#lines;
    return lines.join('\n');
  }
}

/** `orders[3].quantityWh`, `[2].grid.nodes[0].feeUp`. */
export function pathText(path: FieldPath): string {
  if (path.length === 0) return 'input';
  const text = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(shortened(key))}]`;
  });
  return text.join('').replace(/^\./, '');
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value));
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
