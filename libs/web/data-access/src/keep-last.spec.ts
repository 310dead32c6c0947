import { httpResource } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { keepLast } from './keep-last';
import { provideDataAccess } from './provide-data-access';

/** Lets the promises between a call and its consequence run. */
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('keepLast', () => {
  const key = signal(7);
  let server: HttpTestingController;

  function make() {
    key.set(7);
    TestBed.configureTestingModule({ providers: [provideDataAccess(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    return TestBed.runInInjectionContext(() => {
      const resource = httpResource<number>(() => `/values/${key()}`);
      return { resource, last: keepLast(resource, key) };
    });
  }

  async function answer(url: string, value: number | null): Promise<void> {
    TestBed.tick();
    const request = server.expectOne(url);
    if (value === null) request.flush(null, { status: 502, statusText: 'Bad Gateway' });
    else request.flush(value);
    await settle();
  }

  it('keeps the value of a key while a reload runs and when it fails', async () => {
    const { resource, last } = make();
    await answer('/values/7', 42);
    resource.reload();
    expect(last()).toBe(42);
    await answer('/values/7', null);
    expect(resource.error()).toBeDefined();
    expect(last()).toBe(42);
  });

  it('forgets the value of another key', async () => {
    const { last } = make();
    await answer('/values/7', 42);
    expect(last()).toBe(42);
    key.set(12);
    expect(last()).toBeUndefined();
    await answer('/values/12', 43);
    expect(last()).toBe(43);
  });
});
