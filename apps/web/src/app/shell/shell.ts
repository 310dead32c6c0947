import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Connection, CurrentNode, RuntimeConfig, Session, toProblemError } from '@ceex/web-data-access/start';
import { TranslocoPipe } from '@jsverse/transloco';
import { Brand } from '../brand';
import { Tour } from '../tour/tour';
import { TourDue } from '../tour/tour-due';
import { AccountButton } from './account-button';
import { NodeSwitcher } from './node-switcher';
import { OfflineNotice } from './offline-notice';

/** The frame of every page of a signed-in user: bar, navigation, the page. */
@Component({
  selector: 'ceex-shell',
  imports: [
    AccountButton,
    Brand,
    NodeSwitcher,
    OfflineNotice,
    Tour,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TranslocoPipe,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly config = inject(RuntimeConfig).value;
  /** What links to other pages keep. */
  protected readonly kept = inject(CurrentNode).queryParams;
  protected readonly tour = inject(TourDue);
  private readonly connection = inject(Connection);
  protected readonly offline = computed(() => this.connection.asOf() !== null);
  protected readonly problem = signal<string | null>(null);

  protected readonly links = computed(() => [
    ...(this.session.nodes().length > 0
      ? [
          { path: '/trading', icon: 'swap_horiz', text: 'shell.navigation.trading' },
          { path: '/dashboard', icon: 'monitoring', text: 'shell.navigation.dashboard' },
        ]
      : []),
    ...(this.session.nodes().length + this.session.operates().length > 0
      ? [{ path: '/community', icon: 'group', text: 'shell.navigation.community' }]
      : []),
    ...(this.session.operates().length > 0
      ? [{ path: '/operator', icon: 'holiday_village', text: 'shell.navigation.operator' }]
      : []),
    ...(this.session.administers()
      ? [{ path: '/admin', icon: 'admin_panel_settings', text: 'shell.navigation.administration' }]
      : []),
  ]);

  constructor() {
    effect(() => {
      if (this.session.user() === null) untracked(() => this.toSignIn());
    });
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (failure) {
      this.problem.set(`shell.problem.${toProblemError(failure).code}`);
    }
  }

  /** Whoever left by choice starts afresh; a session that ran out comes back to where it was. */
  private toSignIn(): void {
    const queryParams = this.session.endedByChoice() ? {} : { return: this.router.url, ended: true };
    void this.router.navigate(['/sign-in'], { queryParams });
  }
}
