/** A state or union territory of India, as tax documents name it. */
export type GstState = { code: string; name: string };

/** State codes of GSTINs (CBIC, "State code list" of the returns). */
const stateNames: Readonly<Record<string, string>> = {
  '01': 'Jammu and Kashmir',
  '02': 'Himachal Pradesh',
  '03': 'Punjab',
  '04': 'Chandigarh',
  '05': 'Uttarakhand',
  '06': 'Haryana',
  '07': 'Delhi',
  '08': 'Rajasthan',
  '09': 'Uttar Pradesh',
  '10': 'Bihar',
  '11': 'Sikkim',
  '12': 'Arunachal Pradesh',
  '13': 'Nagaland',
  '14': 'Manipur',
  '15': 'Mizoram',
  '16': 'Tripura',
  '17': 'Meghalaya',
  '18': 'Assam',
  '19': 'West Bengal',
  '20': 'Jharkhand',
  '21': 'Odisha',
  '22': 'Chhattisgarh',
  '23': 'Madhya Pradesh',
  '24': 'Gujarat',
  '26': 'Dadra and Nagar Haveli and Daman and Diu',
  '27': 'Maharashtra',
  '29': 'Karnataka',
  '30': 'Goa',
  '31': 'Lakshadweep',
  '32': 'Kerala',
  '33': 'Tamil Nadu',
  '34': 'Puducherry',
  '35': 'Andaman and Nicobar Islands',
  '36': 'Telangana',
  '37': 'Andhra Pradesh',
  '38': 'Ladakh',
};

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Whether a text is a GSTIN: a state's code, a PAN, two more characters and the right check digit. */
export function isGstin(text: string): boolean {
  return /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/.test(text) && stateOfGstin(text) !== null && hasCheckDigit(text);
}

/** The state that a GSTIN was given in; null where its code is none. */
export function stateOfGstin(gstin: string): GstState | null {
  const code = gstin.slice(0, 2);
  const name = stateNames[code];
  return name === undefined ? null : { code, name };
}

/** Luhn's algorithm in base 36: every second digit is doubled, and digit sums are taken. */
function hasCheckDigit(gstin: string): boolean {
  let sum = 0;
  for (let index = 0; index < 14; index += 1) {
    const value = digits.indexOf(gstin.charAt(index)) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(value / 36) + (value % 36);
  }
  return digits[(36 - (sum % 36)) % 36] === gstin[14];
}
