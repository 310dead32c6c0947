import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { uiTexts } from '../testing/ui-texts';
import { Explained } from './explained';

@Component({ imports: [Explained], template: `<ceex-explained text="Your [[surplus|own use]] today." />` })
class Page {}

describe('Term', () => {
  it('explains itself on focus, to screen readers too, and closes on Escape', async () => {
    TestBed.configureTestingModule({ imports: [uiTexts({ terms: { surplus: 'What your roof gave.' } })] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button');
    const explanation = () => document.querySelector<HTMLElement>('[role=tooltip]');
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('Your own use today.');
    expect(explanation()).toBeNull();

    button?.dispatchEvent(new FocusEvent('focus'));
    await fixture.whenStable();
    // The explanation comes with its program.
    await import('./term-explanation');
    await fixture.whenStable();
    expect(explanation()?.textContent).toContain('What your roof gave.');
    expect(button?.getAttribute('aria-describedby')).toBe(explanation()?.id);

    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await fixture.whenStable();
    expect(explanation()).toBeNull();
    expect(button?.hasAttribute('aria-describedby')).toBe(false);
  });
});
