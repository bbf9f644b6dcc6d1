/** Decimal places by currency where they are not 2 (ISO 4217). What a gateway can take of them is its adapter's to know. */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** How many decimal places a currency has. */
export function currencyExponent(currency: string): number {
  return exponents[currency] ?? 2;
}

/** Major to minor units, rounded half up: `toMinorUnits(1500.5, 'INR')` is 150050. */
export function toMinorUnits(major: number, currency: string): number {
  return Math.round(shiftDecimalPoint(major, currencyExponent(currency)));
}

/** Minor to major units, as the API shows `amount`. */
export function toMajorUnits(minor: number, currency: string): number {
  return shiftDecimalPoint(minor, -currencyExponent(currency));
}

/** Moves the decimal point in the text of a number: 1.005 * 100 would be 100.49999999999999. */
function shiftDecimalPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = `${value}`.split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
