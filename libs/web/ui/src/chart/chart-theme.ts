import { DestroyRef, ElementRef, afterNextRender, inject, signal, type Signal } from '@angular/core';
import type { EnergyMeaning } from '../energy/meaning';

/** Colours and type for a chart, read from the CSS tokens in force: a canvas knows no CSS variables. */
export interface ChartTheme {
  readonly meanings: Readonly<Record<EnergyMeaning, string>>;
  readonly text: string;
  readonly quietText: string;
  readonly line: string;
  readonly panel: string;
  readonly fontFamily: string;
  readonly reducedMotion: boolean;
}

const SCHEME = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';
const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

function readTheme(host: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  // A colour on its way to the next would be read as the one before: with reduced motion every change takes a moment.
  probe.style.setProperty('transition', 'none', 'important');
  host.append(probe);
  const color = (token: string): string => {
    // The colour of an element is computed, so that `light-dark(…)` in a token is already decided.
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const theme: ChartTheme = {
    meanings: { own: color('--ceex-sun'), neighbours: color('--ceex-leaf'), utility: color('--ceex-slate') },
    text: color('--mat-sys-on-surface'),
    quietText: color('--mat-sys-on-surface-variant'),
    line: color('--mat-sys-outline-variant'),
    panel: color('--ceex-panel'),
    fontFamily: getComputedStyle(host).fontFamily,
    reducedMotion: matchMedia(REDUCED_MOTION).matches,
  };
  probe.remove();
  return theme;
}

/** The theme for paper: the light one, whatever is on the screen. */
export function paperTheme(host: HTMLElement): ChartTheme {
  const { style } = document.documentElement;
  const kept = style.colorScheme;
  style.colorScheme = 'light';
  const theme = readTheme(host);
  style.colorScheme = kept;
  return { ...theme, reducedMotion: true };
}

/** The theme at a component's host, undefined before it is on the screen; follows the system and the switch of the app. */
export function chartTheme(): Signal<ChartTheme | undefined> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  const theme = signal<ChartTheme | undefined>(undefined);
  afterNextRender(() => {
    if (typeof matchMedia === 'undefined') return;
    const read = (): void => theme.set(readTheme(host));
    const queries = [matchMedia(SCHEME), matchMedia(CONTRAST), matchMedia(REDUCED_MOTION)];
    const switched = new MutationObserver(read);
    for (const query of queries) query.addEventListener('change', read);
    switched.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-scheme', 'data-contrast', 'class', 'style'],
    });
    destroyed.onDestroy(() => {
      switched.disconnect();
      for (const query of queries) query.removeEventListener('change', read);
    });
    read();
  });
  return theme.asReadonly();
}
