import { Injectable, Injector, inject, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Question } from './confirm-dialog';

/** Opens the console's dialogs; Material's part of it is loaded with the first one. */
@Injectable()
export class Dialogs {
  private readonly injector = inject(Injector);

  /** Resolves to true once what was asked about is done. */
  async confirm(question: Question): Promise<boolean> {
    const { ConfirmDialog } = await import('./confirm-dialog');
    return (await this.open<boolean>(ConfirmDialog, question)) ?? false;
  }

  /** Resolves to what the dialog closes with; undefined where it was only closed. */
  async open<T>(component: Type<unknown>, data: unknown, autoFocus = 'first-tabbable'): Promise<T | undefined> {
    const { MatDialog } = await import('@angular/material/dialog');
    const dialog = this.injector.get(MatDialog).open<unknown, unknown, T>(component, {
      data,
      injector: this.injector,
      width: '34rem',
      maxWidth: 'calc(100vw - 16px)',
      maxHeight: 'calc(100dvh - 16px)',
      autoFocus,
      ariaModal: true,
    });
    return firstValueFrom(dialog.afterClosed());
  }
}
