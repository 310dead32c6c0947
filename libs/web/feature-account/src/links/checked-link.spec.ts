import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ProblemError } from '@ceex/web-data-access/start';
import { checkedLink } from './checked-link';

const look = jest.fn<Promise<string | null>, [string]>();

@Component({ template: '{{ link.check().state }}' })
class Page {
  readonly link = checkedLink('reset-password', look);
  readonly location = inject(Location);
}

const settle = () => new Promise((done) => setTimeout(done, 0));

describe('checkedLink', () => {
  beforeEach(() => {
    sessionStorage.clear();
    look.mockReset().mockResolvedValue('a@b.ch');
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'reset-password', component: Page }])] });
  });

  async function open(address: string) {
    const harness = await RouterTestingHarness.create();
    const page = await harness.navigateByUrl(address, Page);
    await settle();
    return page;
  }

  it('takes the token out of the address, and keeps it for this tab', async () => {
    const page = await open('/reset-password#secret');
    expect(page.location.path(true)).toBe('/reset-password');
    expect(look).toHaveBeenCalledWith('secret');
    expect(page.link.check()).toEqual({ state: 'open', seen: 'a@b.ch' });

    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'reset-password', component: Page }])] });
    expect((await open('/reset-password')).link.token()).toBe('secret');
  });

  it('keeps nothing of a link that was used', async () => {
    (await open('/reset-password#secret')).link.used();
    expect(sessionStorage).toHaveLength(0);
  });

  it('asks nobody without a token', async () => {
    expect((await open('/reset-password')).link.check().state).toBe('dead');
    expect(look).not.toHaveBeenCalled();
  });

  it('takes a refused link for dead, and forgets it', async () => {
    look.mockRejectedValue(new ProblemError('link-not-valid', 410));
    expect((await open('/reset-password#old')).link.check().state).toBe('dead');
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not take a lost connection for a dead link, and looks again', async () => {
    look.mockRejectedValueOnce(new ProblemError('offline', 0));
    const { link } = await open('/reset-password#secret');
    expect(link.check()).toMatchObject({ state: 'unknown', problem: { code: 'offline' } });
    link.again();
    await settle();
    expect(link.check().state).toBe('open');
  });
});
