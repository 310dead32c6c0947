import { Component } from '@angular/core';

/** The mark: a falling demand curve and a rising supply curve that cross. */
@Component({
  selector: 'ceex-brand',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path class="supply" d="M7 22h5v-6h6v-6h7" />
      <path class="demand" d="M7 10h6v6h6v6h6" />
    </svg>
    <span>CEEX</span>
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
      fill: var(--mat-sys-primary);
    }
    path {
      fill: none;
      stroke-width: 2.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .supply {
      stroke: var(--mat-sys-on-primary);
    }
    .demand {
      stroke: light-dark(#ffc983, #7a4700);
    }
  `,
})
export class Brand {}
