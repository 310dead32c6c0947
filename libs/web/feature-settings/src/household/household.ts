import {
  Component,
  inject,
  input,
  linkedSignal,
  computed,
  ElementRef,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { HouseholdClient } from '@ceex/web-data-access/settings';
import { attempt, Session } from '@ceex/web-data-access/start';
import { AttemptNotice, Field, FieldInput } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { KeptEntries } from '../kept-entries';
import { Asking } from '../question/asking';
import { Section } from '../section/section';
import { People } from './people';

/** As the engine takes labels: one line of letters, digits and plain signs. */
const LABEL = /^[\p{L}\p{M}\p{N} .,:'’&()/+-]{1,40}$/u;

/** One household: the name that neighbours see, who has access, and giving up one's own. */
@Component({
  selector: 'ceex-settings-household',
  imports: [AttemptNotice, Field, FieldInput, MatButton, People, Section, TranslocoPipe],
  templateUrl: './household.html',
  styleUrl: '../section/parts.scss',
})
export class Household {
  readonly nodeId = input.required<number>();

  private readonly client = inject(HouseholdClient);
  private readonly session = inject(Session);
  private readonly asking = inject(Asking);
  private readonly kept = inject(KeptEntries);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');

  protected readonly profile = resource({
    params: () => this.nodeId(),
    loader: ({ params }) => this.client.profile(params),
  });
  protected readonly known = computed(() => (this.profile.hasValue() ? this.profile.value() : null));
  /** Begins with the label there is. */
  protected readonly label = linkedSignal(() => {
    const known = this.known();
    return known && this.kept.entry(`label ${known.nodeId}`, (text) => LABEL.test(text.trim()), known.label);
  });
  protected readonly attempt = attempt();
  protected readonly done = signal('');

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set('');
    const label = this.label();
    if (!label || this.attempt.blocked()) return;
    if (!label.complete()) {
      label.leave();
      return this.box()?.nativeElement.focus();
    }
    const failure = await this.attempt.run(async () => {
      const profile = await this.client.setLabel(this.nodeId(), label.text().trim());
      label.set(profile.label);
      this.profile.set(profile);
    });
    if (failure === null) this.done.set('settings.household.saved');
  }

  protected async leave(): Promise<void> {
    const known = this.known();
    if (known === null) return;
    const left = await this.asking.ask({
      title: 'settings.household.leaveTitle',
      text: 'settings.household.leaveText',
      points: ['settings.household.leaveMeter', 'settings.household.leaveLedger', 'settings.household.leaveBack'],
      params: { label: known.label, community: known.communityName },
      action: 'settings.household.leave',
      grave: true,
      work: () => this.client.leave(known.nodeId),
    });
    // The node is gone from the session, and with it this part of the page.
    if (left) await this.session.askAgain();
  }
}
