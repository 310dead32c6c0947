import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ProblemError } from '@ceex/web-data-access';
import { operatorTexts } from '../testing/operator-texts';
import { ConfirmDialog, type Question } from './confirm-dialog';

describe('ConfirmDialog', () => {
  const close = jest.fn();
  const run = jest.fn<Promise<void>, []>();
  const question: Question = { title: 'title', text: 'text', params: {}, action: 'do it', takes: true, run };

  async function open(asked: Partial<Question> = {}) {
    TestBed.configureTestingModule({
      imports: [operatorTexts()],
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: { ...question, ...asked } },
        { provide: MatDialogRef, useValue: { close } },
      ],
    });
    const fixture = TestBed.createComponent(ConfirmDialog);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const press = async (at: number) => {
      host.querySelectorAll('button')[at]?.click();
      await new Promise((done) => setTimeout(done, 0));
      await fixture.whenStable();
    };
    return { host, press };
  }
  beforeEach(() => jest.resetAllMocks());

  it('does nothing until it is confirmed', async () => {
    const { press } = await open();
    await press(0);
    expect(close).toHaveBeenCalledWith(false);
    expect(run).not.toHaveBeenCalled();
  });

  it('closes once it is done', async () => {
    const { press } = await open();
    await press(1);
    expect(run).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledWith(true);
  });

  it('stays open where it failed, and says why: in words of its own where there are some', async () => {
    run.mockRejectedValueOnce(new ProblemError('last-operator', 409));
    const { host, press } = await open({ problems: { conflict: 'too late' } });
    await press(1);
    expect(host.textContent).toContain('shell.problem.last-operator');
    run.mockRejectedValueOnce(new ProblemError('conflict', 409));
    await press(1);
    expect(host.querySelector('ceex-notice')?.textContent).toContain('too late');
    expect(close).not.toHaveBeenCalled();
    expect(host.querySelectorAll('button')[1]?.disabled).toBe(false);
  });

  it('begins on the button that does no harm', async () => {
    const { host } = await open();
    expect(host.querySelector('[cdkFocusInitial]')).toBeNull();
    TestBed.resetTestingModule();
    const harmless = await open({ takes: false });
    expect(harmless.host.querySelector('[cdkFocusInitial]')?.textContent).toContain('do it');
  });
});
