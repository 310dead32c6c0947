/** Units of CEEX: exact energy, prices and money; intervals; local days. Pure; of the platform only `Intl` is used. */
export * from './quantities';
export * from './money';
export * from './kwh-carry';
export * from './intervals';
export * from './instants';
export * from './days';
export * from './local-days';
export * from './local-ranges';
export { isTimeZone } from './zone-offsets';
