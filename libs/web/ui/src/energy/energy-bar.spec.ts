import { TestBed } from '@angular/core/testing';
import { uiTexts } from '../testing/ui-texts';
import { EnergyBar } from './energy-bar';

describe('EnergyBar', () => {
  it('draws rows on one scale and leaves parts without energy out', async () => {
    TestBed.configureTestingModule({ imports: [uiTexts({})] });
    const fixture = TestBed.createComponent(EnergyBar);
    fixture.componentRef.setInput('rows', [
      {
        label: 'In',
        parts: [
          { meaning: 'own', label: 'Own', energyWh: 750 },
          { meaning: 'neighbours', label: 'From neighbours', energyWh: 0 },
          { meaning: 'utility', label: 'From the utility', energyWh: 250 },
        ],
      },
      { label: 'Out', parts: [{ meaning: 'own', label: 'Used here', energyWh: 500 }] },
    ]);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const parts = [...host.querySelectorAll<HTMLElement>('.part')];
    expect(parts.map(({ dataset, style }) => [dataset['meaning'], style.width])).toEqual([
      ['own', '75%'],
      ['utility', '25%'],
      ['own', '50%'],
    ]);
    expect(host.textContent).not.toContain('From neighbours');
    expect(host.textContent).toContain('0.75\u00a0kWh');
  });
});
