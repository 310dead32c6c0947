import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Language, Notice } from '@ceex/web-ui';
import { CommunityStore } from './community-store';

/** Says that something did not load, and why; asks for it again on demand. */
@Component({
  selector: 'ceex-not-loaded',
  imports: [Notice],
  template: `<ceex-notice
    [kind]="kind()"
    [heading]="heading()"
    [text]="text()"
    [actionLabel]="language.translate('community.error.retry')"
    (action)="store.retry()"
  />`,
  styles: ':host { display: block; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotLoaded {
  /** What did not load, in words. */
  readonly heading = input.required<string>();
  /** The code of the problem. */
  readonly code = input.required<string>();
  /** `offline` where what was loaded before is still on the screen. */
  readonly kind = input<'error' | 'offline'>('error');

  protected readonly store = inject(CommunityStore);
  protected readonly language = inject(Language);
  protected readonly text = computed(() => this.language.translate(`shell.problem.${this.code()}`));
}
