import { Injectable, inject } from '@angular/core';
import type { MicroPerKwh, Nano, Wh } from '@ceex/units';
import { Language } from '../language/language';
import { formatEnergy } from './energy';
import { formatDays, formatMoment, formatRecent, type MomentStyle } from './moment';
import { formatMoney, moneyText } from './money';
import { decimal } from './number-format';
import { formatPrice } from './price';
import { quantityText, type Quantity } from './quantity';
import { formatShare } from './share';

/** Figures as text in the language on the screen. Its answers change with it: read them in a template or `computed`. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly language = inject(Language);

  constructor() {
    // The first formats of their kinds cost a browser many times what others do (it loads its data for them): they are
    // made while the page waits for its figures, each in a task of its own.
    setTimeout(() => {
      decimal(0, 2, this.language.locale());
      setTimeout(() => formatMoment(0, 'day', this.language.locale(), 'Europe/Zurich'));
    });
  }

  /** `0.42 kWh` */
  energy(energyWh: Wh): string {
    return quantityText(this.energyQuantity(energyWh));
  }

  energyQuantity(energyWh: Wh): Quantity {
    return formatEnergy(energyWh, this.language.locale());
  }

  /** `14.2 Rp./kWh` */
  price(priceMicroPerKwh: MicroPerKwh, currency = 'CHF'): string {
    return quantityText(this.priceQuantity(priceMicroPerKwh, currency));
  }

  priceQuantity(priceMicroPerKwh: MicroPerKwh, currency = 'CHF'): Quantity {
    return formatPrice(priceMicroPerKwh, this.language.locale(), currency);
  }

  /** `CHF 31.40` */
  money(amountNano: Nano, currency = 'CHF'): string {
    return moneyText(this.moneyQuantity(amountNano, currency));
  }

  moneyQuantity(amountNano: Nano, currency = 'CHF', signed = false): Quantity {
    return formatMoney(amountNano, this.language.locale(), currency, signed);
  }

  /** `64 %` */
  share(part: number, whole: number): string {
    return quantityText(this.shareQuantity(part, whole));
  }

  shareQuantity(part: number, whole: number): Quantity {
    return formatShare(part, whole, this.language.locale());
  }

  /** A moment of the community's clock: `14:15`, `Sat, 21 Nov` … */
  moment(epochMs: number, style: MomentStyle, timeZone: string): string {
    return formatMoment(epochMs, style, this.language.locale(), timeZone);
  }

  /** The days from one moment to another, both included: `16–22 November 2026`. */
  days(fromMs: number, toMs: number, timeZone: string): string {
    return formatDays(fromMs, toMs, this.language.locale(), timeZone);
  }

  /** `yesterday 23:45` */
  recent(epochMs: number, nowMs: number, timeZone: string): string {
    return formatRecent(epochMs, nowMs, this.language.locale(), timeZone);
  }
}
