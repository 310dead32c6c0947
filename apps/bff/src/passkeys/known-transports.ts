import { TRANSPORTS } from '@ceex/contracts';

type Transport = (typeof TRANSPORTS)[number];

/** The transports that the contract knows; a browser may tell of newer ones. */
export function knownTransports(told: readonly string[] = []): Transport[] {
  return TRANSPORTS.filter((transport) => told.includes(transport));
}
