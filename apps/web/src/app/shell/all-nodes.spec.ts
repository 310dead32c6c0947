import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { CurrentNode } from '@ceex/web-data-access';
import { allNodes } from './all-nodes';

@Component({ template: '' })
class Page {}

describe('allNodes', () => {
  const [hasSeveral, asksForAll] = [signal(true), signal(false)];
  let all: ReturnType<typeof allNodes>;

  async function open(address: string): Promise<[offered: boolean, shown: boolean]> {
    await TestBed.inject(Router).navigateByUrl(address);
    return [all.offered(), all.shown()];
  }

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: '', children: [{ path: 'sum', data: { knowsAllNodes: true }, component: Page }] },
          { path: 'one', component: Page },
        ]),
        { provide: CurrentNode, useValue: { hasSeveral, asksForAll } },
      ],
    });
    asksForAll.set(true);
    hasSeveral.set(true);
    all = TestBed.runInInjectionContext(allNodes);
  });

  it('are on a page that knows them', async () => {
    expect(await open('/sum')).toEqual([true, true]);
    asksForAll.set(false);
    expect([all.offered(), all.shown()]).toEqual([true, false]);
  });

  it('are not on a page that shows one node whatever is asked', async () => {
    expect(await open('/one')).toEqual([false, false]);
  });

  it('are not offered to a user with one node', async () => {
    hasSeveral.set(false);
    asksForAll.set(false);
    expect(await open('/sum')).toEqual([false, false]);
  });
});
