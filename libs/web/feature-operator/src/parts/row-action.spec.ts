import { TestBed } from '@angular/core/testing';
import { operatorTexts } from '../testing/operator-texts';
import { RowAction } from './row-action';

describe('RowAction', () => {
  async function show(inputs: Readonly<Record<string, unknown>> = {}) {
    TestBed.configureTestingModule({
      imports: [operatorTexts({ about: '{{what}}: {{whom}}', give: 'Give', working: 'Working' })],
    });
    const fixture = TestBed.createComponent(RowAction);
    const given = { what: 'operator.give', whom: 'anna@example.org', ...inputs };
    for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
    const chosen = jest.fn();
    fixture.componentInstance.chosen.subscribe(chosen);
    await fixture.whenStable();
    return { button: (fixture.nativeElement as HTMLElement).querySelector('button')!, chosen };
  }

  it('is named by what it does and whom it is about', async () => {
    const { button, chosen } = await show();
    expect(button.getAttribute('aria-label')).toBe('Give: anna@example.org');
    expect(button.textContent?.trim()).toBe('Give');
    button.click();
    expect(chosen).toHaveBeenCalledTimes(1);
  });

  it('says that it is at it, and keeps its name', async () => {
    const { button, chosen } = await show({ running: true, disabled: true });
    expect(button.textContent?.trim()).toBe('Working');
    expect(button.getAttribute('aria-label')).toBe('Give: anna@example.org');
    button.click();
    expect(chosen).not.toHaveBeenCalled();
  });
});
