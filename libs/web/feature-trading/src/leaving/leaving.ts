import { Injectable, Injector, inject } from '@angular/core';
import { Session } from '@ceex/web-data-access';
import { firstValueFrom } from 'rxjs';
import { StrategyDraft } from '../store/strategy-draft';
import type { LeaveAnswer } from './leave-dialog';

/** Nobody loses changes by accident: asked before the page is left for another one, warned before it is closed. */
@Injectable()
export class Leaving {
  private readonly draft = inject(StrategyDraft);
  private readonly session = inject(Session);
  private readonly injector = inject(Injector);

  /** Whether another page may be shown now. */
  async mayLeave(): Promise<boolean> {
    // Without a session nothing can be saved; what was changed is kept until the user is back.
    if (!this.draft.dirty() || !this.session.user()) return true;
    const answer = await this.ask();
    if (answer === 'stay') return false;
    if (answer === 'leave') {
      this.draft.undo();
      return true;
    }
    await this.draft.save();
    return !this.draft.dirty();
  }

  /** The browser has words of its own for this. */
  warn(event: BeforeUnloadEvent): void {
    if (this.draft.dirty()) event.preventDefault();
  }

  private async ask(): Promise<LeaveAnswer> {
    const [{ MatDialog }, { LeaveDialog }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./leave-dialog'),
    ]);
    const dialogs = this.injector.get(MatDialog);
    const opened = dialogs.open<unknown, unknown, LeaveAnswer>(LeaveDialog, {
      injector: this.injector,
      maxWidth: 'min(32rem, calc(100vw - 32px))',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? 'stay';
  }
}
