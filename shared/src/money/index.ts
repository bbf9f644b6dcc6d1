export { currencyExponent, toMajorUnits, toMinorUnits } from './minor-units.ts';
export { priceMinor } from './price.ts';
