import { TestBed } from '@angular/core/testing';
import { uiTexts } from '../testing/ui-texts';
import { DataTable } from './data-table';

describe('DataTable', () => {
  const rows = jest.fn(() => Array.from({ length: 150 }, (_, index) => [`Row ${index + 1}`, String(index)]));

  async function create() {
    TestBed.configureTestingModule({
      imports: [uiTexts({ table: { show: 'Show', hide: 'Hide', more: '{{shown}}/{{all}}' } })],
    });
    const fixture = TestBed.createComponent(DataTable);
    fixture.componentRef.setInput('caption', 'Energy');
    fixture.componentRef.setInput('columns', [{ label: 'Time' }, { label: 'kWh', numeric: true }]);
    fixture.componentRef.setInput('rows', rows);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const press = async (at: number) => {
      host.querySelectorAll('button')[at]?.click();
      await fixture.whenStable();
    };
    return { host, press };
  }

  it('makes its rows only when it is opened, and a page of them at a time', async () => {
    const { host, press } = await create();
    expect(rows).not.toHaveBeenCalled();
    expect(host.querySelector('table')).toBeNull();
    await press(0);
    expect(host.querySelectorAll('tbody tr')).toHaveLength(100);
    expect(host.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
    expect(host.querySelectorAll('button')[1]?.textContent).toContain('100/150');
    await press(1);
    expect(host.querySelectorAll('tbody tr')).toHaveLength(150);
    await press(0);
    expect(host.querySelector('table')).toBeNull();
  });
});
