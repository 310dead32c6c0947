import type { PriceRuler } from '@ceex/contracts';
import type { PriceMark } from '@ceex/web-ui';

/** The names of the marks. */
export interface MarkTexts {
  readonly feedIn: string;
  readonly last: string;
  readonly week: string;
  readonly utility: string;
}

/** The marks of the ruler: its ends, the last clearing, and the prices of the last seven days. */
export function priceMarks(ruler: PriceRuler, texts: MarkTexts): PriceMark[] {
  const marks: PriceMark[] = [
    { kind: 'feed-in', valueMicroPerKwh: ruler.lowMicroPerKwh, label: texts.feedIn },
    { kind: 'utility', valueMicroPerKwh: ruler.highMicroPerKwh, label: texts.utility },
  ];
  if (ruler.lastPriceMicroPerKwh !== null) {
    marks.push({ kind: 'last-clearing', valueMicroPerKwh: ruler.lastPriceMicroPerKwh, label: texts.last });
  }
  const { weekLowMicroPerKwh: low, weekHighMicroPerKwh: high } = ruler;
  if (low !== null && high !== null) {
    marks.push({ kind: 'week', valueMicroPerKwh: low, toMicroPerKwh: high, label: texts.week });
  }
  return marks;
}
