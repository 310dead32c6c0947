/** The browser's Cache Storage as far as the last known state uses it; jsdom has none. */
export class FakeCaches {
  private readonly stores = new Map<string, Map<string, string>>();

  async open(name: string) {
    if (!this.stores.has(name)) this.stores.set(name, new Map());
    const store = this.stores.get(name)!;
    return {
      put: async (url: string, answer: FakeResponse) => {
        store.delete(url);
        store.set(url, JSON.stringify(answer));
      },
      match: async (url: string) => {
        const text = store.get(url);
        return text === undefined ? undefined : FakeResponse.from(text);
      },
      keys: async () => Array.from(store.keys(), (url) => ({ url })),
      delete: async (key: { url: string }) => store.delete(key.url),
    };
  }

  keys = async () => [...this.stores.keys()];
  delete = async (name: string) => this.stores.delete(name);

  /** All that is kept, as `cache url`. */
  entries(): string[] {
    return Array.from(this.stores, ([name, store]) => Array.from(store.keys(), (url) => `${name} ${url}`)).flat();
  }
}

/** Of the browser's `Response` what a cache needs; jsdom has none either. */
export class FakeResponse {
  readonly headers: Map<string, string>;

  constructor(
    readonly body: string,
    readonly init: { readonly headers: Record<string, string> },
  ) {
    this.headers = new Map(Object.entries(init.headers));
  }

  static from(text: string): FakeResponse {
    const { body, init } = JSON.parse(text) as FakeResponse;
    return new FakeResponse(body, init);
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.body);
  }
}
