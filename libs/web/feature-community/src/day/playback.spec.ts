import { TestBed } from '@angular/core/testing';
import { Playback } from './playback';

describe('Playback', () => {
  let playback: Playback;

  beforeEach(() => {
    jest.useFakeTimers();
    playback = TestBed.configureTestingModule({ providers: [Playback] }).inject(Playback);
  });
  afterEach(() => {
    jest.useRealTimers();
    Object.defineProperty(window, 'matchMedia', { value: undefined, configurable: true });
  });

  it('plays from where it stands and stops at the end', () => {
    playback.show(90);
    playback.play(0, 93);
    jest.advanceTimersByTime(500);
    expect([playback.at(), playback.playing()]).toEqual([92, true]);
    jest.advanceTimersByTime(5_000);
    expect([playback.at(), playback.playing()]).toEqual([93, false]);
  });

  it('begins anew where it stands at the end', () => {
    playback.show(95);
    playback.play(20, 95);
    expect(playback.at()).toBe(20);
  });

  it('pauses, and stops with the page', () => {
    playback.play(0, 95);
    playback.pause();
    jest.advanceTimersByTime(5_000);
    expect(playback.at()).toBe(0);
    playback.play(0, 95);
    TestBed.resetTestingModule();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes by hours, once a second, where motion is not wanted', () => {
    Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: true }), configurable: true });
    playback.play(0, 95);
    jest.advanceTimersByTime(999);
    expect(playback.at()).toBe(0);
    jest.advanceTimersByTime(1);
    expect(playback.at()).toBe(4);
  });
});
