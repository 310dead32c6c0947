import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EnergyMeaning } from './meaning';

/** A small square in the colour and pattern of a meaning; stands beside its label, never alone. */
@Component({
  selector: 'ceex-swatch',
  template: `<span class="swatch" [attr.data-meaning]="meaning()"></span>`,
  styleUrls: ['./meaning.css', './swatch.css'],
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Swatch {
  readonly meaning = input.required<EnergyMeaning>();
}
