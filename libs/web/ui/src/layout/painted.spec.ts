import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { painted } from './painted';

describe('painted', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is true one frame after its source, and stays so', () => {
    const source = signal(false);
    const shown = TestBed.runInInjectionContext(() => painted(source));
    TestBed.tick();
    jest.advanceTimersByTime(100);
    expect(shown()).toBe(false);
    source.set(true);
    TestBed.tick();
    expect(shown()).toBe(false);
    jest.advanceTimersByTime(100);
    expect(shown()).toBe(true);
    source.set(false);
    TestBed.tick();
    expect(shown()).toBe(true);
  });

  it('does not wait for a frame of a page that is in the background', () => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    jest.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    const shown = TestBed.runInInjectionContext(() => painted(() => true));
    TestBed.tick();
    jest.advanceTimersByTime(1);
    expect(shown()).toBe(true);
    jest.restoreAllMocks();
  });
});
