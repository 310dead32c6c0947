import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { provideDataAccess } from '@ceex/web-data-access';
import { OperatedCommunity } from '../console/operated-community';
import { CommunityNodes } from '../members/community-nodes';
import { operatorTexts } from '../testing/operator-texts';
import { InviteOne } from './invite-one';

const NODES = [
  { nodeId: 7, code: 'H7', label: 'Haus Sonne', people: 1, invited: 0 },
  { nodeId: 8, code: 'H8', label: 'Haus Mond', people: 0, invited: 0 },
];
const URL = '/api/community/3/invitations';

describe('InviteOne', () => {
  const close = jest.fn();
  let page: HTMLElement;
  let server: HttpTestingController;
  let settle: () => Promise<void>;

  beforeEach(async () => {
    close.mockReset();
    const nodes = { all: signal(NODES), problem: signal(null), reload: jest.fn() };
    TestBed.configureTestingModule({
      imports: [operatorTexts()],
      providers: [
        provideDataAccess(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: OperatedCommunity, useValue: { communityId: signal(3) } },
        { provide: CommunityNodes, useValue: nodes },
        { provide: MatDialogRef, useValue: { close } },
      ],
    });
    const fixture = TestBed.createComponent(InviteOne);
    document.body.append(fixture.nativeElement);
    server = TestBed.inject(HttpTestingController);
    page = fixture.nativeElement as HTMLElement;
    settle = async () => {
      await new Promise((done) => setTimeout(done, 0));
      await fixture.whenStable();
    };
    await settle();
  });
  afterEach(() => server.verify());

  const address = () => page.querySelector<HTMLInputElement>('input[type=email]')!;
  async function type(email: string): Promise<void> {
    address().value = email;
    address().dispatchEvent(new Event('input'));
    await settle();
  }
  async function choose(at: number): Promise<void> {
    page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[at]?.click();
    await settle();
  }
  async function send(): Promise<void> {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle();
  }

  it('sends nothing before the address is one and a household is chosen, and leads to what is missing', async () => {
    await send();
    expect(page.textContent).toContain('operator.invite.emailWrong');
    expect(document.activeElement).toBe(address());
    await type('carla@example.org');
    expect(page.textContent).not.toContain('operator.invite.emailWrong');
    await send();
    expect(page.textContent).toContain('operator.invite.noNode');
  });

  it('invites to the households chosen, free ones offered first', async () => {
    await type(' carla@example.org ');
    await choose(0);
    await send();
    const call = server.expectOne(URL);
    expect(call.request.body).toEqual({ kind: 'member', email: 'carla@example.org', language: 'de', nodeIds: [8] });
    const at = '2026-11-22T12:00:00Z';
    const dates = { createdAt: at, sentAt: at, expiresAt: at };
    const invitation = { ...call.request.body, invitationId: 1, nodes: [], state: 'open', ...dates };
    call.flush(invitation);
    await settle();
    expect(close).toHaveBeenCalledWith(expect.objectContaining({ email: 'carla@example.org' }));
  });

  it('says that the address has it already, and keeps what was typed', async () => {
    await type('carla@example.org');
    await choose(1);
    await send();
    const details = { type: 'about:blank', title: '', status: 409, code: 'conflict' };
    server.expectOne(URL).flush(details, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.textContent).toContain('operator.invite.conflict');
    expect(address().value).toBe('carla@example.org');
    expect(close).not.toHaveBeenCalled();
  });

  it('takes the server’s word for an address that is none', async () => {
    await type('carla@example.o');
    await choose(0);
    await send();
    const errors = [{ path: 'body.email', message: 'no address' }];
    const details = { type: 'about:blank', title: '', status: 400, code: 'bad-request', errors };
    server.expectOne(URL).flush(details, { status: 400, statusText: 'Bad Request' });
    await settle();
    expect(address().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(address());
  });
});
