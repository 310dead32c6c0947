import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { uiTexts } from '../testing/ui-texts';
import { PriceRuler } from './price-ruler';

@Component({
  imports: [PriceRuler],
  template: `<ceex-price-ruler
    [min]="80000"
    [max]="162400"
    [(lowestSell)]="sell"
    [(highestPay)]="pay"
    [producer]="producer()"
    [consumer]="true"
    [disabled]="disabled()"
  />`,
})
class Page {
  readonly sell = signal<number | null>(96_000);
  readonly pay = signal<number | null>(null);
  readonly producer = signal(true);
  readonly disabled = signal(false);
}

describe('PriceRuler', () => {
  let fixture: ComponentFixture<Page>;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [uiTexts({ ruler: { name: 'Limits', lowestSell: 'Lowest I sell', highestPay: 'Highest I pay' } })],
    });
    fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
  });

  const sliders = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('[role=slider]')];
  const press = async (slider: HTMLElement | undefined, key: string) => {
    slider?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };

  it('has two named sliders with their price as text for who sells and buys', () => {
    expect(sliders().map((slider) => slider.getAttribute('aria-label'))).toEqual(['Lowest I sell', 'Highest I pay']);
    expect(sliders()[0]?.getAttribute('aria-valuetext')).toBe('9.6\u00a0Rp./kWh');
    expect(sliders()[0]?.getAttribute('aria-valuenow')).toBe('96000');
  });

  it('lets a limit that is not set stand at its end', () => {
    expect(sliders()[1]?.getAttribute('aria-valuetext')).toBe('16.2\u00a0Rp./kWh');
  });

  it('moves a handle by keys, within the ruler', async () => {
    await press(sliders()[0], 'ArrowRight');
    expect(fixture.componentInstance.sell()).toBe(97_000);
    await press(sliders()[0], 'PageDown');
    expect(fixture.componentInstance.sell()).toBe(87_000);
    await press(sliders()[1], 'ArrowLeft');
    expect(fixture.componentInstance.pay()).toBe(161_000);
    await press(sliders()[1], 'Home');
    expect(fixture.componentInstance.pay()).toBe(80_000);
    expect(sliders()[1]?.getAttribute('aria-valuetext')).toBe('8.0\u00a0Rp./kWh');
  });

  it('counts keys that come faster than the screen is drawn', async () => {
    const slider = sliders()[0];
    for (let times = 0; times < 4; times++) void press(slider, 'ArrowRight');
    await fixture.whenStable();
    expect(fixture.componentInstance.sell()).toBe(100_000);
  });

  it('has one slider for a pure consumer', async () => {
    fixture.componentInstance.producer.set(false);
    await fixture.whenStable();
    expect(sliders().map((slider) => slider.dataset['side'])).toEqual(['pay']);
  });

  it('does not move while disabled', async () => {
    fixture.componentInstance.disabled.set(true);
    await fixture.whenStable();
    await press(sliders()[0], 'ArrowRight');
    expect(fixture.componentInstance.sell()).toBe(96_000);
  });
});
