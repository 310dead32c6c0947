import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { paced } from './paced';

describe('paced', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function follow() {
    const [source, answering] = [signal(0), signal(false)];
    const passed = TestBed.runInInjectionContext(() => paced(source, answering));
    const pass = (ms: number) => {
      TestBed.tick();
      jest.advanceTimersByTime(ms);
      return passed();
    };
    return { source, answering, pass };
  }

  it('passes on the last of several quick changes', () => {
    const { source, pass } = follow();
    expect(pass(59)).toBeUndefined();
    source.set(1);
    expect(pass(1)).toBe(1);
    source.set(2);
    pass(30);
    source.set(3);
    expect(pass(30)).toBe(3);
  });

  it('waits for an answer that is on its way, but not for long', () => {
    const { source, answering, pass } = follow();
    pass(60);
    answering.set(true);
    source.set(1);
    expect(pass(90)).toBe(0);
    answering.set(false);
    expect(pass(15)).toBe(1);
    answering.set(true);
    source.set(2);
    expect(pass(119)).toBe(1);
    expect(pass(15)).toBe(2);
  });

  it('ends with whoever asked', () => {
    const { source, pass } = follow();
    source.set(1);
    TestBed.tick();
    TestBed.resetTestingModule();
    expect(jest.getTimerCount()).toBe(0);
    expect(pass).toBeDefined();
  });
});
