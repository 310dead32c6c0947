import { Component, inject } from '@angular/core';
import { RuntimeConfig } from '@ceex/web-data-access/start';

/** The mark: a rising supply curve and a falling demand curve, and the price where they cross. Its colours are its own. */
@Component({
  selector: 'ceex-brand',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path class="supply" d="M6 24h6v-6h8v-8h6" />
      <path class="demand" d="M6 8h10v16h10" />
      <circle cx="16" cy="18" r="3" />
    </svg>
    <span>{{ config().productName }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      font: var(--mat-sys-title-large);
      font-weight: 600;
      letter-spacing: 0.02em;
      color: var(--mat-sys-on-surface);
    }
    svg {
      width: 32px;
      height: 32px;
    }
    rect {
      fill: #006878;
    }
    path {
      fill: none;
      stroke-width: 2.4;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .supply {
      stroke: #fff;
    }
    .demand {
      stroke: #ffc983;
    }
    circle {
      fill: #fff;
    }
  `,
})
export class Brand {
  protected readonly config = inject(RuntimeConfig).value;
}
