import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { getInvitations, inviteMany, unmakeOperator } from '@ceex/contracts';
import { BffClient } from './bff-client';
import { provideDataAccess } from './provide-data-access';

describe('BffClient', () => {
  let client: BffClient;
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideDataAccess(), provideHttpClientTesting()] });
    client = TestBed.inject(BffClient);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  it('calls a route with its parameters, leaves out what is undefined, and reads the answer', async () => {
    const answer = client.call(getInvitations, {
      params: { communityId: 3 },
      query: { state: 'open', before: undefined },
    });
    const call = server.expectOne('/api/community/3/invitations?state=open');
    expect(call.request.method).toBe('GET');
    call.flush({ invitations: [], next: null });
    expect(await answer).toEqual({ invitations: [], next: null });
  });

  it('sends CSV as it is', async () => {
    const answer = client.call(inviteMany, { params: { communityId: 3 }, body: 'email,node\na@b.ch,H1' });
    const call = server.expectOne('/api/community/3/invitations/csv');
    const { body, headers } = call.request;
    expect([body, headers.get('content-type')]).toEqual(['email,node\na@b.ch,H1', 'text/csv']);
    call.flush({ lines: 1, invited: 1 });
    expect(await answer).toEqual({ lines: 1, invited: 1 });
  });

  it('resolves to nothing where there is no answer', async () => {
    const answer = client.call(unmakeOperator, { params: { communityId: 3, userId: 'a b' } });
    server.expectOne('/api/community/3/operators/a%20b').flush(null, { status: 204, statusText: 'No Content' });
    expect(await answer).toBeUndefined();
  });

  it('rejects with a problem, also where the answer is not as agreed', async () => {
    const refused = client.call(getInvitations, { params: { communityId: 3 } });
    const details = { type: 'about:blank', title: '', status: 403, code: 'forbidden' };
    server.expectOne('/api/community/3/invitations').flush(details, { status: 403, statusText: 'Forbidden' });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    const odd = client.call(getInvitations, { params: { communityId: 3 } });
    server.expectOne('/api/community/3/invitations').flush({ letters: [] });
    await expect(odd).rejects.toBeDefined();
  });
});
