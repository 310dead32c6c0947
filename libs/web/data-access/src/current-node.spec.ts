import { Component } from '@angular/core';
import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SIGNED_IN_HINT } from '@ceex/contracts';
import { provideRouter, Router } from '@angular/router';
import { CurrentNode } from './current-node';
import { provideDataAccess } from './provide-data-access';
import { Session } from './session';

@Component({ template: '' })
class Page {}

async function setUp(nodes: { nodeId: number; communityId: number }[]): Promise<CurrentNode> {
  TestBed.configureTestingModule({
    providers: [provideDataAccess(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Page }])],
  });
  const restored = TestBed.inject(Session).restore();
  const userId = '7b1f3c8e-3c55-4e6f-9a2e-0d2f5f3c1a11';
  TestBed.inject(HttpTestingController)
    .expectOne('/api/auth/me')
    .flush({ userId, email: '', language: 'en', operates: [], administers: false, nodes });
  await restored;
  return TestBed.inject(CurrentNode);
}

beforeEach(() => (document.cookie = `${SIGNED_IN_HINT}=1`));

describe('CurrentNode', () => {
  const nodes = [
    { nodeId: 7, communityId: 1 },
    { nodeId: 12, communityId: 2 },
  ];

  it('is the node in the address when it is the user’s, else the first', async () => {
    const current = await setUp(nodes);
    const router = TestBed.inject(Router);
    expect(current.nodeId()).toBe(7);
    await router.navigateByUrl('/trading?node=12');
    expect([current.nodeId(), current.communityId()]).toEqual([12, 2]);
    await router.navigateByUrl('/trading?node=99');
    expect(current.nodeId()).toBe(7);
  });

  it('is asked for all nodes only where there are several in a community', async () => {
    const current = await setUp([...nodes, { nodeId: 13, communityId: 2 }, { nodeId: 8, communityId: 1 }]);
    const router = TestBed.inject(Router);
    expect(current.asksForAll()).toBe(false);
    await router.navigateByUrl('/dashboard?node=all');
    expect([current.asksForAll(), current.nodeId()]).toEqual([true, 7]);
  });

  it('is not asked for all nodes where there is one in each community', async () => {
    const current = await setUp(nodes);
    await TestBed.inject(Router).navigateByUrl('/dashboard?node=all');
    expect(current.asksForAll()).toBe(false);
  });

  it('is none for a user without nodes', async () => {
    expect((await setUp([])).nodeId()).toBeUndefined();
  });
});
