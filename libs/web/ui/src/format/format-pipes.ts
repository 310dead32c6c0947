import { Pipe, inject, type PipeTransform } from '@angular/core';
import type { MicroPerKwh, Nano, Wh } from '@ceex/units';
import { Formats } from './formats';
import type { MomentStyle } from './moment';

// Impure, because a pure pipe keeps its answer while its arguments stay the same: also when the language changes.

/** `{{ wh | ceexEnergy }}`: `0.42 kWh`. */
@Pipe({ name: 'ceexEnergy', pure: false })
export class EnergyPipe implements PipeTransform {
  private readonly formats = inject(Formats);

  transform(energyWh: Wh): string {
    return this.formats.energy(energyWh);
  }
}

/** `{{ micro | ceexPrice: currency }}`: `14.2 Rp./kWh`. */
@Pipe({ name: 'ceexPrice', pure: false })
export class PricePipe implements PipeTransform {
  private readonly formats = inject(Formats);

  transform(priceMicroPerKwh: MicroPerKwh, currency?: string): string {
    return this.formats.price(priceMicroPerKwh, currency);
  }
}

/** `{{ nano | ceexMoney: currency }}`: `CHF 31.40`. */
@Pipe({ name: 'ceexMoney', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly formats = inject(Formats);

  transform(amountNano: Nano, currency?: string): string {
    return this.formats.money(amountNano, currency);
  }
}

/** `{{ epochMs | ceexMoment: 'time' : timeZone }}`: `14:15`. Takes milliseconds or an ISO instant. */
@Pipe({ name: 'ceexMoment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly formats = inject(Formats);

  transform(moment: number | string, style: MomentStyle, timeZone: string): string {
    return this.formats.moment(typeof moment === 'string' ? Date.parse(moment) : moment, style, timeZone);
  }
}
