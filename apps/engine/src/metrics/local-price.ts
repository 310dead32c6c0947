/** Energy traded in a community and what the sellers got for it. */
export interface Traded {
  readonly tradedWh: number;
  readonly tradedNano: number;
}

/** The price per kWh weighted by energy, in whole µCHF/kWh, half rounded up; null where nothing was traded. */
export function localPrice({ tradedWh, tradedNano }: Traded): number | null {
  if (tradedWh === 0) return null;
  const rest = ((tradedNano % tradedWh) + tradedWh) % tradedWh;
  return (tradedNano - rest) / tradedWh + (rest * 2 >= tradedWh ? 1 : 0);
}
