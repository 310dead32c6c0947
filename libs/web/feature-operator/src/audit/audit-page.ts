import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AUDIT_ACTIONS, type AuditEntryView, getCommunityAudit, getServerAudit } from '@ceex/contracts';
import { BffClient } from '@ceex/web-data-access';
import { Field, FieldInput, Language } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ListFrame } from '../parts/list-frame';
import { pagedList } from '../parts/paged-list';
import { Realm } from '../parts/realm';
import { AuditWords } from './audit-words';
import { NodeNames } from './node-names';

const UUID = /^[0-9a-f-]{36}$/i;

/** Who changed what, newest first. The action and the person asked for are in the address. */
@Component({
  selector: 'ceex-audit-page',
  imports: [Field, FieldInput, ListFrame, RouterLink, TranslocoPipe],
  templateUrl: './audit-page.html',
  styleUrls: ['../parts/rows.css', './audit-page.css'],
  providers: [AuditWords, NodeNames],
})
export class AuditPage {
  // From the router: the query parameters of these names.
  readonly action = input<string>();
  readonly actor = input<string>();

  private readonly client = inject(BffClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly realm = inject(Realm);
  protected readonly words = inject(AuditWords);

  protected readonly wantedAction = computed(() => AUDIT_ACTIONS.find((action) => action === this.action()));
  protected readonly wantedActor = computed(() => {
    const actor = this.actor() ?? '';
    return UUID.test(actor) ? actor : undefined;
  });
  /** In the order of their words. */
  protected readonly actions = computed(() =>
    AUDIT_ACTIONS.map((action) => ({ action, text: this.language.translate(`operator.audit.name.${action}`) })).sort(
      (a, b) => a.text.localeCompare(b.text),
    ),
  );
  protected readonly list = pagedList(
    () => {
      const owner = this.realm.communityId();
      return owner === undefined ? undefined : { owner, action: this.wantedAction(), actor: this.wantedActor() };
    },
    async ({ owner, ...wanted }, before: number | undefined) => {
      const query = { ...wanted, before };
      const { entries, next } = await (owner === null
        ? this.client.call(getServerAudit, { query })
        : this.client.call(getCommunityAudit, { params: { communityId: owner }, query }));
      return { items: entries, next };
    },
  );
  /** The rows as they are read; made once for each change of the list or the language. */
  protected readonly rows = computed(() =>
    (this.list.items() ?? []).map((entry: AuditEntryView) => ({
      entry,
      at: this.realm.moment(entry.at),
      actor: this.words.actor(entry),
      sentence: this.words.sentence(entry),
      changes: this.words.changes(entry),
    })),
  );
  /** Who the entries are limited to; their address is known from the first of them. */
  protected readonly onlyBy = computed(() => {
    const wanted = this.wantedActor();
    if (wanted === undefined) return null;
    const found = this.list.items()?.find(({ actor }) => actor?.userId === wanted);
    return found?.actor?.email ?? this.language.translate('operator.audit.onePerson');
  });

  protected choose(event: Event): void {
    const action = (event.target as HTMLSelectElement).value || null;
    void this.router.navigate([], { queryParams: { action }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
