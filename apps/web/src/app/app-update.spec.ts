import { TestBed } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { AppUpdate } from './app-update';

describe('AppUpdate', () => {
  const versionUpdates = new Subject<{ type: string }>();
  const unrecoverable = new Subject<object>();
  const checkForUpdate = jest.fn().mockResolvedValue(false);
  const provide = (isEnabled: boolean) => {
    TestBed.configureTestingModule({
      providers: [{ provide: SwUpdate, useValue: { isEnabled, versionUpdates, unrecoverable, checkForUpdate } }],
    });
    return TestBed.inject(AppUpdate);
  };

  it('offers a version once it is there whole, not while it is loading', () => {
    const update = provide(true);
    versionUpdates.next({ type: 'VERSION_DETECTED' });
    expect(update.ready()).toBe(false);
    versionUpdates.next({ type: 'VERSION_READY' });
    expect(update.ready()).toBe(true);
  });

  it('offers to load the page again when the browser threw away a part', () => {
    const update = provide(true);
    unrecoverable.next({});
    expect(update.ready()).toBe(true);
  });

  it('asks when the page is looked at again', () => {
    provide(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(checkForUpdate).toHaveBeenCalledTimes(1);
  });

  it('does nothing without a service worker', () => {
    expect(provide(false).ready()).toBe(false);
  });
});
