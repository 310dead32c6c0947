import { Component, computed, linkedSignal, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { createCommunity, type Language as LanguageCode } from '@ceex/contracts';
import { BffClient, type ProblemError, Session, toProblemError } from '@ceex/web-data-access';
import { Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { FileOrText } from '../files/file-or-text';
import { faultsOf, readDocument } from './founding-document';
import { InvitedFields } from '../invitations/invited-fields';

const SHOWN_FAULTS = 50;

/** Founds a community from its document and invites its first operator. */
@Component({
  selector: 'ceex-found-page',
  imports: [FileOrText, MatButton, Notice, InvitedFields, RouterLink, TranslocoPipe],
  templateUrl: './found-page.html',
  styleUrls: ['../parts/rows.css', './found-page.css'],
})
export class FoundPage {
  private readonly client = inject(BffClient);
  private readonly router = inject(Router);
  private readonly fields = viewChild.required(InvitedFields);

  protected readonly text = signal('');
  protected readonly email = signal('');
  protected readonly language = signal<LanguageCode>(inject(Session).user()?.language ?? 'de');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  /** What the server said of this document; another one is another matter. */
  private readonly refusal = linkedSignal<string, ProblemError | null>({ source: this.text, computation: () => null });
  protected readonly refusedEmail = linkedSignal({ source: this.email, computation: () => false });

  private readonly read = computed(() => readDocument(this.text()));
  protected readonly summary = computed(() => {
    const read = this.read();
    return read.problem === null ? read.summary : null;
  });
  /** The key of what is wrong with the text as a whole; an empty one is only wrong once it was sent. */
  protected readonly wrong = computed(() => {
    const { problem } = this.read();
    if (problem === null || (problem === 'empty' && !this.tried())) return '';
    return `operator.found.wrong.${problem}`;
  });
  private readonly allFaults = computed(() => faultsOf(this.refusal()?.errors ?? []));
  protected readonly faults = computed(() => this.allFaults().slice(0, SHOWN_FAULTS));
  protected readonly moreFaults = computed(() => this.allFaults().length - this.faults().length);
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    if (refusal === null) return '';
    return this.allFaults().length > 0 ? 'operator.found.faults' : `shell.problem.${refusal.code}`;
  });

  protected async send(): Promise<void> {
    this.tried.set(true);
    const read = this.read();
    if (read.problem !== null || this.busy()) return;
    if (!this.fields().complete()) return this.fields().focus();
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const operator = { email: this.email().trim(), language: this.language() };
      await this.client.call(createCommunity, { body: { founding: read.document, operator } });
      await this.router.navigate(['/admin/communities'], { queryParams: { founded: read.summary.name } });
    } catch (failure) {
      this.fail(toProblemError(failure));
    }
    this.busy.set(false);
  }

  private fail(problem: ProblemError): void {
    if (problem.errors.some(({ path }) => path === 'body.operator.email')) {
      this.refusedEmail.set(true);
      this.fields().focus();
    }
    this.refusal.set(problem);
  }
}
