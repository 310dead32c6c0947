import { TestBed } from '@angular/core/testing';
import { uiTexts } from '../testing/ui-texts';
import { StepCurves } from './step-curves';

describe('StepCurves', () => {
  it('says where supply and demand meet, names own orders and has the steps in its table', async () => {
    TestBed.configureTestingModule({
      imports: [
        uiTexts({
          curves: {
            summary: 'They meet at {{price}}.',
            ownAsk: 'Your offer: {{energy}} from {{price}}',
            supply: 'Supply',
          },
          table: { show: 'Show table' },
        }),
      ],
    });
    const fixture = TestBed.createComponent(StepCurves);
    fixture.componentRef.setInput('supply', [{ priceMicroPerKwh: 110_000, cumulativeWh: 1_800 }]);
    fixture.componentRef.setInput('demand', [{ priceMicroPerKwh: 150_000, cumulativeWh: 900 }]);
    fixture.componentRef.setInput('clearingPriceMicroPerKwh', 121_000);
    fixture.componentRef.setInput('ownAsks', [{ limitMicroPerKwh: 110_000, quantityWh: 610 }]);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    expect(host.querySelector('svg.plot')?.getAttribute('aria-label')).toBe('They meet at 12.1\u00a0Rp./kWh.');
    expect(host.querySelectorAll('line.own')).toHaveLength(1);
    expect(host.textContent).toContain('Your offer: 0.61\u00a0kWh from 11.0\u00a0Rp./kWh');

    host.querySelector('button')?.click();
    await fixture.whenStable();
    const cells = [...host.querySelectorAll('tbody tr:first-child > *')].map((cell) => cell.textContent);
    expect(cells).toEqual(['Supply', '11.0', '1.80']);
  });
});
