import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { keep, kept } from './kept';

type ContrastName = 'more' | 'standard';

/** Also read by public/before-start.js before the first paint. */
const KEY = 'ceex.contrast';
const SYSTEM = '(prefers-contrast: more)';

/** High contrast: as chosen on this device, else as the system asks. */
@Injectable({ providedIn: 'root' })
export class Contrast {
  private readonly document = inject(DOCUMENT);
  private readonly system = this.document.defaultView?.matchMedia?.(SYSTEM);
  private readonly asked = signal(this.system?.matches ?? false);
  private readonly chosen = signal<ContrastName | null>(
    (['more', 'standard'] as const).find((name) => name === kept(KEY)) ?? null,
  );

  readonly high = computed(() => {
    const chosen = this.chosen();
    return chosen === null ? this.asked() : chosen === 'more';
  });

  constructor() {
    const follow = (): void => this.asked.set(this.system?.matches ?? false);
    this.system?.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => this.system?.removeEventListener('change', follow));
  }

  toggle(): void {
    const name = this.high() ? 'standard' : 'more';
    this.chosen.set(name);
    keep(KEY, name);
    this.document.documentElement.dataset['contrast'] = name;
  }
}
