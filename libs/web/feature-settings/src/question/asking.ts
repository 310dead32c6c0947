import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Question } from './question';
import { QuestionDialog } from './question-dialog';

/** Asks before something is done, in a dialog. */
@Injectable({ providedIn: 'root' })
export class Asking {
  private readonly dialogs = inject(MatDialog);

  /** Resolves to whether it was done. */
  async ask(question: Question): Promise<boolean> {
    const dialog = this.dialogs.open<QuestionDialog, Question, true>(QuestionDialog, {
      data: question,
      maxWidth: 'min(32rem, calc(100vw - 32px))',
      width: '32rem',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }
}
