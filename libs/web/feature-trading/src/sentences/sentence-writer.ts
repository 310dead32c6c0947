import { Injectable, inject } from '@angular/core';
import { Formats, Language } from '@ceex/web-ui';
import type { Sentence } from './sentence';

/** Writes sentences with their figures in the language on the screen: use in templates and `computed`. */
@Injectable({ providedIn: 'root' })
export class SentenceWriter {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  write({ key, energyWh = {}, priceMicroPerKwh = {}, moneyNano = {}, plain = {} }: Sentence, currency: string): string {
    const params: Record<string, string | number> = { ...plain };
    for (const [name, energy] of Object.entries(energyWh)) params[name] = this.formats.energy(energy);
    for (const [name, price] of Object.entries(priceMicroPerKwh)) params[name] = this.formats.price(price, currency);
    for (const [name, amount] of Object.entries(moneyNano)) params[name] = this.formats.money(amount, currency);
    return this.language.translate(key, params);
  }
}
