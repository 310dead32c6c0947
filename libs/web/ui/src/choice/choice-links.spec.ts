import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { ChoiceLinks } from './choice-links';

const LINKS = [
  { label: 'This week', params: { range: 'week' }, current: true },
  { label: 'This month', params: { range: 'month' }, current: false },
];

describe('ChoiceLinks', () => {
  async function links(): Promise<HTMLAnchorElement[]> {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
    await TestBed.inject(Router).navigateByUrl('/?node=7&range=week');
    const fixture = TestBed.createComponent(ChoiceLinks);
    fixture.componentRef.setInput('label', 'Range of days');
    fixture.componentRef.setInput('links', LINKS);
    await fixture.whenStable();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')];
  }

  it('tells which one is on the screen', async () => {
    const [week, month] = await links();
    expect(week?.getAttribute('aria-current')).toBe('true');
    expect(month?.hasAttribute('aria-current')).toBe(false);
  });

  it('changes its part of the address and keeps the rest', async () => {
    const [, month] = await links();
    expect(month?.getAttribute('href')).toBe('/?node=7&range=month');
  });
});
