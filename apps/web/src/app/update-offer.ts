import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppUpdate } from './app-update';

/** Says that a new version is ready; whoever is in the middle of something loads it later. */
@Component({
  selector: 'ceex-update-offer',
  imports: [MatButton, TranslocoPipe],
  template: `
    <div class="offer" role="status">
      <p>{{ 'shell.update.ready' | transloco }}</p>
      <button matButton="tonal" type="button" (click)="update.reload()">{{ 'shell.update.reload' | transloco }}</button>
    </div>
  `,
  styles: `
    .offer {
      position: fixed;
      inset: auto var(--ceex-gutter) calc(var(--ceex-space-2) + env(safe-area-inset-bottom)) auto;
      z-index: 30;
      display: flex;
      align-items: center;
      gap: var(--ceex-space-2);
      padding: var(--ceex-space-1) var(--ceex-space-1) var(--ceex-space-1) var(--ceex-space-2);
      border-radius: var(--ceex-radius-small);
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mat-sys-body-medium);
      box-shadow: var(--mat-sys-level3);
    }
    @media (width < 720px) {
      .offer {
        inset-block-end: calc(88px + env(safe-area-inset-bottom));
      }
    }
  `,
})
export class UpdateOffer {
  protected readonly update = inject(AppUpdate);
}
