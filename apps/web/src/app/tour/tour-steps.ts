/** A step of the tour: what it points at, and its text (`shell.tour.<name>`). */
export interface TourStep {
  readonly name: 'now' | 'price' | 'strategy' | 'dashboard';
  readonly selector: string;
}

/** At most four. Each points at something real; a step whose place is not on the page is left out. */
export const TOUR_STEPS: readonly TourStep[] = [
  { name: 'now', selector: 'ceex-now-panel' },
  { name: 'price', selector: 'ceex-price-panel' },
  { name: 'strategy', selector: 'ceex-strategy-cards' },
  { name: 'dashboard', selector: 'nav a[href^="/dashboard"]' },
];

export interface PlacedStep extends TourStep {
  readonly target: HTMLElement;
}

/** The steps whose places are on the page. */
export function placedSteps(page: ParentNode): PlacedStep[] {
  return TOUR_STEPS.flatMap((step) => {
    const target = page.querySelector<HTMLElement>(step.selector);
    return target === null ? [] : [{ ...step, target }];
  });
}
