import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '@ceex/web-ui';
import { SOLAR_ROOF, SYMBOLS } from './symbols';

/** What the symbols and lines of the map mean. */
@Component({
  selector: 'ceex-map-legend',
  template: `<ul [attr.aria-label]="language.translate('community.legend.title')">
    <li class="own">
      <svg viewBox="-17 -17 34 34" aria-hidden="true">
        <circle class="ring" r="15" />
        <path [attr.d]="symbols.household" />
      </svg>
      {{ language.translate('community.legend.own') }}
    </li>
    <li>
      <svg viewBox="-12 -12 24 24" aria-hidden="true">
        <path [attr.d]="symbols.household" />
        <path class="roof" [attr.d]="roof" />
      </svg>
      {{ language.translate('community.legend.solar') }}
    </li>
    <li>
      <svg viewBox="-12 -12 24 24" aria-hidden="true"><path [attr.d]="symbols.household" /></svg>
      {{ language.translate('community.legend.household') }}
    </li>
    <li>
      <svg viewBox="-12 -12 24 24" aria-hidden="true"><path [attr.d]="symbols.cabinet" /></svg>
      {{ language.translate('community.legend.cabinet') }}
    </li>
    <li>
      <svg viewBox="-12 -12 24 24" aria-hidden="true"><path [attr.d]="symbols.transformer" /></svg>
      {{ language.translate('community.legend.transformer') }}
    </li>
    <li>
      <svg class="wire" viewBox="0 0 32 12" aria-hidden="true">
        <line class="flowing" x2="32" y1="6" y2="6" />
        <path class="flowing" d="M21 6 13 1v10z" />
      </svg>
      {{ language.translate('community.legend.flow') }}
    </li>
    <li>
      <svg class="wire" viewBox="0 0 32 12" aria-hidden="true"><line class="near" x2="32" y1="6" y2="6" /></svg>
      {{ language.translate('community.legend.near') }}
    </li>
    @if (hidden()) {
      <li>
        <svg class="wire" viewBox="0 0 32 12" aria-hidden="true"><line class="hidden" x2="32" y1="6" y2="6" /></svg>
        {{ language.translate('community.legend.hidden') }}
      </li>
    }
  </ul>`,
  styleUrl: './map-legend.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MapLegend {
  /** Whether the map has lines that are not shown. */
  readonly hidden = input.required<boolean>();

  protected readonly language = inject(Language);
  protected readonly symbols = SYMBOLS;
  protected readonly roof = SOLAR_ROOF;
}
