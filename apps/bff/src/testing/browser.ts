import type request from 'supertest';
import type { BffUnderTest } from './bff-under-test';
import { SAME_ORIGIN } from './bff-under-test';

/** A browser on our own pages: it keeps the cookies that it gets and sends them back, and says where it comes from. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly bff: BffUnderTest) {}

  /** A second browser with the same cookies, as a thief would have it. */
  copy(): Browser {
    const other = new Browser(this.bff);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  has(name: string): boolean {
    return this.cookies.has(name);
  }

  cookie(name: string): string {
    return this.cookies.get(name) ?? '';
  }

  get(path: string): Promise<request.Response> {
    return this.send(this.bff.http().get(path));
  }

  post(path: string, body?: object): Promise<request.Response> {
    return this.send(this.bff.http().post(path), body);
  }

  put(path: string, body: object): Promise<request.Response> {
    return this.send(this.bff.http().put(path), body);
  }

  private async send(test: request.Test, body?: object): Promise<request.Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    test.set(SAME_ORIGIN);
    if (cookie) test.set('cookie', cookie);
    const answer = await (body ? test.send(body) : test);
    for (const set of (answer.headers['set-cookie'] ?? []) as unknown as string[]) this.keep(set);
    return answer;
  }

  private keep(set: string): void {
    const [pair = '', ...attributes] = set.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.includes('Expires=Thu, 01 Jan 1970 00:00:00 GMT')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
