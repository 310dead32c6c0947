import { Component, computed, ElementRef, inject, input, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { InvitationView, NodePeople } from '@ceex/contracts';
import { HouseholdClient } from '@ceex/web-data-access/settings';
import { attempt, toProblemError } from '@ceex/web-data-access/start';
import { AttemptNotice, Field, FieldInput, Notice } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { KeptEntries } from '../kept-entries';
import { Moments } from '../moments';
import { Asking } from '../question/asking';

/** Who has access to a household: share it, take it back. */
@Component({
  selector: 'ceex-settings-people',
  imports: [AttemptNotice, Field, FieldInput, MatButton, Notice, TranslocoPipe],
  templateUrl: './people.html',
  styleUrl: '../section/parts.scss',
})
export class People {
  readonly nodeId = input.required<number>();
  readonly label = input.required<string>();

  private readonly client = inject(HouseholdClient);
  private readonly asking = inject(Asking);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  protected readonly moments = inject(Moments);

  protected readonly read = resource({
    params: () => this.nodeId(),
    loader: ({ params }) => this.client.people(params),
  });
  protected readonly all = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure.cause ?? failure).code;
  });
  protected readonly email = inject(KeptEntries).entry('share', (text) => /^\S+@\S+$/.test(text.trim()));
  protected readonly attempt = attempt();
  protected readonly done = signal('');

  protected async share(event: Event): Promise<void> {
    event.preventDefault();
    this.done.set('');
    if (this.attempt.blocked()) return;
    if (!this.email.complete()) {
      this.email.leave();
      return this.box()?.nativeElement.focus();
    }
    const failure = await this.attempt.run(() => this.client.share(this.nodeId(), this.email.text().trim()));
    if (failure !== null) return;
    this.email.set('');
    this.read.reload();
    this.done.set('settings.people.shared');
  }

  protected async withdraw({ invitationId, email }: InvitationView): Promise<void> {
    this.done.set('');
    const work = () => this.client.withdrawShare(this.nodeId(), invitationId);
    await this.end('settings.people.withdraw', 'settings.people.withdrawText', email, work);
  }

  protected async takeBack({ userId, email }: NodePeople['people'][number]): Promise<void> {
    this.done.set('');
    const work = () => this.client.endShare(this.nodeId(), userId);
    await this.end('settings.people.takeBack', 'settings.people.takeBackText', email, work);
  }

  private async end(action: string, text: string, email: string, work: () => Promise<void>): Promise<void> {
    const params = { email, label: this.label() };
    if (!(await this.asking.ask({ title: action, text, params, action, grave: true, work }))) return;
    this.read.reload();
    this.done.set('settings.people.ended');
  }
}
