/** What CEEX looks like: figures as text, the price ruler, charts, tables and states. Knows no HTTP and fetches nothing. */
export * from './format/energy';
export * from './format/format-pipes';
export * from './format/formats';
export * from './format/moment';
export * from './format/money';
export * from './format/price';
export * from './format/quantity';
export * from './format/share';
export { decimal } from './format/number-format';
export { Language } from './language/language';
export * from './price-ruler/price-mark';
export { PriceRuler } from './price-ruler/price-ruler';
