import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { attempt } from '@ceex/web-data-access/start';
import { AttemptNotice, entry, Field, FieldInput, PasswordField } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { isWrongPassword } from '../section/wrong-password';
import type { Question } from './question';

/** Codes that are told at a field, or that open one. */
const AT_FIELDS = ['wrong-password', 'wrong-credentials', 'password-required', 'wrong-code'];

/** A question with its fields; it closes once what was asked about is done, with true. */
@Component({
  selector: 'ceex-question-dialog',
  imports: [
    AttemptNotice,
    Field,
    FieldInput,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PasswordField,
    TranslocoPipe,
  ],
  templateUrl: './question-dialog.html',
  styleUrl: './question-dialog.scss',
})
export class QuestionDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<QuestionDialog, true>>(MatDialogRef);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  private readonly passwordField = viewChild(PasswordField);

  protected readonly exceptions = AT_FIELDS;
  protected readonly attempt = attempt();
  protected readonly asksPassword = signal(this.question.password === 'always');
  protected readonly typed = entry((text) => this.question.field?.complete(text) ?? true, this.question.field?.start);
  protected readonly password = entry((text) => text !== '');

  /** The key of what is wrong with the password. */
  protected passwordError(): string {
    const problem = this.attempt.problem();
    if (problem !== null && isWrongPassword(problem)) return 'shell.problem.wrong-password';
    return this.password.wrong() ? 'settings.passwordMissing' : '';
  }

  protected fieldError(): string {
    if (this.attempt.problem()?.code === 'wrong-code') return 'shell.problem.wrong-code';
    return this.typed.wrong() ? (this.question.field?.error ?? '') : '';
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    if (this.question.field && !this.typed.complete()) {
      this.typed.leave();
      return this.box()?.nativeElement.focus();
    }
    if (this.asksPassword() && !this.password.complete()) {
      this.password.leave();
      return this.passwordField()?.focus();
    }
    const password = this.asksPassword() ? this.password.text() : undefined;
    const failure = await this.attempt.run(() => this.question.work({ text: this.typed.text().trim(), password }));
    if (failure === null) return this.dialog.close(true);
    if (failure.code === 'password-required') this.asksPassword.set(true);
    if (failure.code === 'wrong-code') this.box()?.nativeElement.select();
    if (isWrongPassword(failure)) this.passwordField()?.select();
  }
}
