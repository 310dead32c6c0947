import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@ceex/web-data-access/start';
import { KeptEntries } from './kept-entries';

describe('KeptEntries', () => {
  const user = signal<{ userId: string } | null>({ userId: 'anna' });
  const typed = (text: string) => ({ target: { value: text } }) as unknown as Event;
  const any = () => true;
  let kept: KeptEntries;

  beforeEach(() => {
    user.set({ userId: 'anna' });
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { user } }] });
    kept = TestBed.inject(KeptEntries);
  });

  it('gives back to the same user what was not sent', () => {
    kept.entry('email', any).type(typed('new@example.ch'));
    user.set(null);
    expect(kept.entry('email', any).text()).toBe('');
    user.set({ userId: 'berta' });
    expect(kept.entry('email', any).text()).toBe('');
    user.set({ userId: 'anna' });
    expect(kept.entry('email', any, 'old').text()).toBe('new@example.ch');
  });

  it('keeps nothing of what was sent', () => {
    const one = kept.entry('email', any);
    one.type(typed('new@example.ch'));
    one.set('');
    expect(kept.entry('email', any, 'start').text()).toBe('start');
  });
});
