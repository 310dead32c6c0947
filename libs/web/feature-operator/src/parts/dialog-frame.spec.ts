import { ApplicationRef, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { operatorTexts } from '../testing/operator-texts';
import { DialogFrame } from './dialog-frame';

describe('DialogFrame', () => {
  const close = jest.fn();

  async function open(inputs: Readonly<Record<string, unknown>> = {}) {
    TestBed.configureTestingModule({
      imports: [operatorTexts()],
      providers: [{ provide: MatDialogRef, useValue: { close } }],
    });
    const fixture = TestBed.createComponent(DialogFrame);
    for (const [name, value] of Object.entries({ heading: 'Title', actionLabel: 'operator.give.action', ...inputs }))
      fixture.componentRef.setInput(name, value);
    const action = jest.fn();
    fixture.componentInstance.action.subscribe(action);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const [leave, act] = [...host.querySelectorAll('button')];
    return { host, leave: leave!, act: act!, action };
  }
  beforeEach(() => jest.resetAllMocks());

  it('tells of its button, and leaves without it', async () => {
    const { leave, act, action } = await open();
    expect(act.type).toBe('button');
    act.click();
    expect(action).toHaveBeenCalledTimes(1);
    expect(close).not.toHaveBeenCalled();
    leave.click();
    expect(close).toHaveBeenCalledWith();
  });

  it('sends the form that it is told of', async () => {
    const { act } = await open({ form: 'a-form' });
    expect(act.type).toBe('submit');
    expect(act.getAttribute('form')).toBe('a-form');
  });

  it('says what went wrong, and that it is at it', async () => {
    const { host, act } = await open({ busy: true, problem: 'shell.problem.offline' });
    expect(host.textContent).toContain('shell.problem.offline');
    expect(act.disabled).toBe(true);
    expect(act.textContent).toContain('operator.working');
  });
});

@Component({ imports: [DialogFrame], template: `<ceex-dialog-frame heading="Title" actionLabel="operator.do" />` })
class AnyDialog {}

describe('DialogFrame in a dialog', () => {
  it('names it, and closes it', async () => {
    TestBed.configureTestingModule({ imports: [operatorTexts()] });
    const dialog = TestBed.inject(MatDialog).open(AnyDialog);
    const settle = () => TestBed.inject(ApplicationRef).whenStable();
    await settle();
    const container = document.querySelector('[role=dialog]')!;
    const name = document.getElementById(container.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).toBe('Title');
    const closed = firstValueFrom(dialog.afterClosed());
    container.querySelector('button')?.click();
    await settle();
    expect(await closed).toBeUndefined();
  });
});
