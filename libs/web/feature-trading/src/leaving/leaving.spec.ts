import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { Session } from '@ceex/web-data-access';
import { of } from 'rxjs';
import { StrategyDraft } from '../store/strategy-draft';
import { Leaving } from './leaving';

describe('Leaving', () => {
  function setUp(answer?: string, user: object | null = {}) {
    const dirty = signal(true);
    const draft = { dirty, undo: jest.fn(() => dirty.set(false)), save: jest.fn(async () => dirty.set(false)) };
    const open = jest.fn(() => ({ afterClosed: () => of(answer) }));
    TestBed.configureTestingModule({
      providers: [
        Leaving,
        { provide: StrategyDraft, useValue: draft },
        { provide: Session, useValue: { user: () => user } },
        { provide: MatDialog, useValue: { open } },
      ],
    });
    return { leaving: TestBed.inject(Leaving), draft, open };
  }

  it('asks nobody where nothing would be lost', async () => {
    const { leaving, draft, open } = setUp();
    draft.dirty.set(false);
    expect(await leaving.mayLeave()).toBe(true);
    expect(open).not.toHaveBeenCalled();
  });

  it('lets a session that ended go: what was changed is kept elsewhere', async () => {
    const { leaving, draft, open } = setUp('stay', null);
    expect(await leaving.mayLeave()).toBe(true);
    expect(open).not.toHaveBeenCalled();
    expect(draft.undo).not.toHaveBeenCalled();
  });

  it.each([
    ['leave', true],
    ['save', true],
    ['stay', false],
    [undefined, false],
  ])('does as it is told: %s', async (answer, may) => {
    const { leaving, draft } = setUp(answer);
    expect(await leaving.mayLeave()).toBe(may);
    expect(draft.undo).toHaveBeenCalledTimes(answer === 'leave' ? 1 : 0);
    expect(draft.save).toHaveBeenCalledTimes(answer === 'save' ? 1 : 0);
  });

  it('stays where saving failed', async () => {
    const { leaving, draft } = setUp('save');
    draft.save.mockImplementation(async () => undefined);
    expect(await leaving.mayLeave()).toBe(false);
  });

  it('warns before the tab is closed', () => {
    const { leaving, draft } = setUp();
    const event = { preventDefault: jest.fn() } as unknown as BeforeUnloadEvent;
    leaving.warn(event);
    draft.dirty.set(false);
    leaving.warn(event);
    expect(event.preventDefault).toHaveBeenCalledTimes(1);
  });
});
