import { Component, computed, DOCUMENT, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  INVITATION_COLUMNS,
  inviteMany,
  type Language as LanguageCode,
  LANGUAGES,
  MAX_INVITATIONS_AT_ONCE,
} from '@ceex/contracts';
import { BffClient, type ProblemError, Session, toProblemError } from '@ceex/web-data-access';
import { Field, FieldInput, Language, Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { OperatedCommunity } from '../../console/operated-community';
import { FileOrText } from '../../files/file-or-text';
import { saveFile } from '../../files/save-file';
import { CommunityNodes } from '../../members/community-nodes';
import { offeredNodes } from '../../members/node-choice';
import { parseCsv } from './parse-csv';
import { previewOf } from './preview';
import { readRows } from './read-rows';
import { RowsTable } from './rows-table';

const EXAMPLE_LINES = 3;

/** Invites the addresses of a CSV file: seen before anything is sent, and none while any line is wrong. */
@Component({
  selector: 'ceex-invite-many',
  imports: [Field, FieldInput, FileOrText, MatButton, Notice, RouterLink, RowsTable, TranslocoPipe],
  templateUrl: './invite-many.html',
  styleUrls: ['../../parts/rows.css', './invite-many.css'],
})
export class InviteMany {
  private readonly client = inject(BffClient);
  private readonly nodes = inject(CommunityNodes);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Language);
  protected readonly community = inject(OperatedCommunity);

  protected readonly columns = INVITATION_COLUMNS.join(',');
  protected readonly languages = LANGUAGES;
  protected readonly most = MAX_INVITATIONS_AT_ONCE;
  protected readonly text = signal('');
  protected readonly language = signal<LanguageCode>(inject(Session).user()?.language ?? 'de');
  protected readonly busy = signal(false);
  /** What the server said of this text; another text is another matter. */
  private readonly refusal = linkedSignal<string, ProblemError | null>({
    source: this.text,
    computation: () => null,
  });

  private readonly parsed = resource({
    params: () => (this.text().trim() === '' ? undefined : this.text()),
    loader: ({ params }) => parseCsv(params),
  });
  private readonly read = computed(() => {
    const lines = this.parsed.hasValue() ? this.parsed.value() : undefined;
    if (lines === undefined) return undefined;
    const nodes = this.nodes.all();
    return lines === null ? null : readRows(lines, nodes && new Set(nodes.map(({ code }) => code)));
  });
  protected readonly preview = computed(() => {
    const read = this.read();
    return read && previewOf(read, this.refusal()?.lines ?? [], this.nodes.all() ?? []);
  });
  /** The key of what is wrong with the text as a whole. */
  protected readonly wrong = computed(() => {
    const read = this.read();
    if (read === null) return 'operator.many.wrong.unreadable';
    return read?.problem ? `operator.many.wrong.${read.problem}` : '';
  });
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    if (refusal === null || (refusal.code === 'rows-rejected' && refusal.lines.length > 0)) return '';
    return `shell.problem.${refusal.code}`;
  });
  protected readonly ready = computed(() => {
    const preview = this.preview();
    return this.wrong() === '' && preview !== undefined && preview !== null && preview.wrong === 0;
  });

  protected speak(event: Event): void {
    this.language.set((event.target as HTMLSelectElement).value as LanguageCode);
  }

  /** With nodes of this community, so that only the addresses have to be changed. */
  protected saveExample(): void {
    const nodes = offeredNodes(this.nodes.all() ?? [], '').slice(0, EXAMPLE_LINES);
    const lines = nodes.map(({ code }, index) => `person${index + 1}@example.org,${code},${LANGUAGES[index] ?? 'de'}`);
    const name = this.texts.translate('operator.many.exampleFile');
    saveFile(this.document, `${name}.csv`, 'text/csv', `${[this.columns, ...lines].join('\r\n')}\r\n`);
  }

  protected async send(): Promise<void> {
    const communityId = this.community.communityId();
    if (!this.ready() || this.busy() || communityId === undefined) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const call = { params: { communityId }, query: { language: this.language() }, body: this.text() };
      const { invited } = await this.client.call(inviteMany, call);
      this.nodes.reload();
      const queryParams = { ...this.community.queryParams(), invited };
      await this.router.navigate(['/operator/invitations'], { queryParams });
    } catch (failure) {
      this.refusal.set(toProblemError(failure));
    }
    this.busy.set(false);
  }
}
