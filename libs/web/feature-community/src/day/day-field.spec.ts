import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { DayField } from './day-field';

describe('DayField', () => {
  const picked: string[] = [];

  async function field(): Promise<HTMLInputElement> {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { de: {} },
          translocoConfig: { availableLangs: ['de'], defaultLang: 'de', missingHandler: { logMissingKey: false } },
          preloadLangs: true,
        }),
      ],
    });
    const fixture = TestBed.createComponent(DayField);
    fixture.componentRef.setInput('day', '2026-11-20');
    fixture.componentRef.setInput('last', '2026-11-22');
    fixture.componentInstance.picked.subscribe((day) => picked.push(day));
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector('input')!;
  }

  function type(input: HTMLInputElement, text: string): void {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
  }

  beforeEach(() => (picked.length = 0));

  it('writes and reads days as the app does, whatever the browser speaks', async () => {
    const input = await field();
    expect(input.value).toBe('20.11.2026');
    type(input, '3.11.26');
    expect(picked).toEqual(['2026-11-03']);
  });

  it.each(['23.11.2026', '31.2.2026', 'yesterday'])('goes back to the day on the map for %s', async (text) => {
    const input = await field();
    type(input, text);
    expect(picked).toEqual([]);
    expect(input.value).toBe('20.11.2026');
  });
});
