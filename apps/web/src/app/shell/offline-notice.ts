import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { Connection, CurrentNode, NodeClient, ServerClock } from '@ceex/web-data-access';
import { Formats, Notice } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** Says that there is no connection, and when the server was last heard of, by the community's clock. */
@Component({
  selector: 'ceex-offline-notice',
  imports: [Notice, TranslocoPipe],
  template: `
    @if (time(); as time) {
      <ceex-notice
        kind="offline"
        [heading]="'shell.offline.heading' | transloco: { time }"
        [text]="'shell.offline.text' | transloco"
        [actionLabel]="'shell.unavailable.retry' | transloco"
        (action)="retry()"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: calc(var(--ceex-page) + 2 * var(--ceex-gutter));
      margin: 0 auto;
      padding: var(--ceex-space-2) var(--ceex-gutter) 0;
    }
  `,
})
export class OfflineNotice {
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);
  private readonly clock = inject(ServerClock);
  private readonly asOf = inject(Connection).asOf;
  private readonly profile = inject(NodeClient).profile(inject(CurrentNode).nodeId);

  protected readonly time = computed(() => {
    const asOf = this.asOf();
    if (asOf === null || !this.profile.hasValue()) return null;
    return this.formats.recent(asOf, this.clock.now(), this.profile.value().timeZone);
  });

  protected retry(): void {
    this.document.location.reload();
  }
}
