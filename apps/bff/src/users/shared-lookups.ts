interface Waiting<V> {
  readonly found: Promise<V | undefined>;
  readonly tell: (value: V | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** So many statements of one kind run at a time; whoever asks meanwhile is answered by the next one. */
const MAX_RUNNING = 2;

/**
 * Looks values up by key, and lets those who ask at the same moment share one statement. Nothing is kept: a question is
 * only ever answered by a statement that began after it was asked, so what was committed before it is seen.
 */
export class SharedLookups<V> {
  private waiting = new Map<string, Waiting<V>>();
  private running = 0;
  private isDue = false;

  /** `read` finds the values of all `keys` in one statement; a key that it leaves out has none. */
  constructor(private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>) {}

  find(key: string): Promise<V | undefined> {
    const known = this.waiting.get(key);
    if (known) return known.found;
    const { promise: found, resolve: tell, reject: fail } = Promise.withResolvers<V | undefined>();
    this.waiting.set(key, { found, tell, fail });
    this.plan();
    return found;
  }

  /** At the end of this turn of the event loop, so that all requests that came in with it ask together. */
  private plan(): void {
    if (this.isDue || this.running >= MAX_RUNNING || this.waiting.size === 0) return;
    this.isDue = true;
    setImmediate(() => void this.run());
  }

  private async run(): Promise<void> {
    const asked = this.waiting;
    this.waiting = new Map();
    this.isDue = false;
    this.running += 1;
    try {
      const values = await this.read([...asked.keys()]);
      for (const [key, { tell }] of asked) tell(values.get(key));
    } catch (error) {
      for (const { fail } of asked.values()) fail(error);
    } finally {
      this.running -= 1;
      this.plan();
    }
  }
}
