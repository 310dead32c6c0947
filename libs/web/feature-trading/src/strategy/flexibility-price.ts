import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { MicroPerKwh } from '@ceex/units';
import { Language, TextPipe, priceUnit } from '@ceex/web-ui';
import { TradingStore } from '../store/trading-store';
import { readTypedPrice, typedPrice } from './typed-price';

/** What a kWh that is moved in time must bring in addition. */
@Component({
  selector: 'ceex-flexibility-price',
  imports: [MatFormField, MatHint, MatInput, MatLabel, MatSuffix, TextPipe],
  templateUrl: './flexibility-price.html',
  styles: `
    mat-form-field {
      width: 100%;
    }
    .unit {
      padding-inline-end: 16px;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
  `,
})
export class FlexibilityPrice {
  readonly price = input.required<MicroPerKwh | null>();
  readonly priceChange = output<MicroPerKwh | null | 'wrong'>();

  private readonly store = inject(TradingStore);
  private readonly language = inject(Language);
  protected readonly unit = computed(() => priceUnit(this.store.currency(), this.language.locale()));
  protected readonly wrong = signal(false);

  /** Follows the price, but not over what is being typed: `2.` is on its way to `2.5`. */
  protected readonly text = linkedSignal<MicroPerKwh | null, string>({
    source: this.price,
    computation: (price, previous) =>
      previous !== undefined && readTypedPrice(previous.value) === price ? previous.value : typedPrice(price),
  });

  protected read(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    const price = readTypedPrice(text);
    this.text.set(text);
    this.wrong.set(price === 'wrong');
    this.priceChange.emit(price);
  }
}
