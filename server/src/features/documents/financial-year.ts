import { wallClockAt } from '@serene/shared/scheduling';

/** The last number that fits the 16 characters of GST rule 46(b) with its series and year. */
const lastNumber = 999_999;

/** The year in which the Indian financial year of an instant began: 1 April to 31 March on the clocks of India. */
export function financialYear(instant: Date): number {
  const [year = 0, month = 0] = wallClockAt(instant.getTime(), 'Asia/Kolkata').date.split('-').map(Number);
  return month >= 4 ? year : year - 1;
}

/** Where a document stands in its series. */
export type DocumentNumber = { series: string; financialYear: number; number: number };

/**
 * `INV/26-27/000123`: 16 characters, the most that GST rule 46(b) allows.
 * @throws RangeError past the last number of a year that fits
 */
export function formatDocumentNumber({ series, financialYear: year, number }: DocumentNumber): string {
  if (number > lastNumber) throw new RangeError(`The series ${series} of ${year} has no number ${number}.`);
  const twoDigits = (value: number) => `${value % 100}`.padStart(2, '0');
  return `${series}/${twoDigits(year)}-${twoDigits(year + 1)}/${`${number}`.padStart(6, '0')}`;
}
