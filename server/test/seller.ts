import type { Seller } from '../src/features/documents/index.ts';

/** A seller who is registered for GST in Karnataka. */
export const seller: Seller = {
  name: 'Serene Wellbeing Private Limited',
  address: ['4th Floor, 12 Example Road', 'Bengaluru 560001'],
  email: 'support@example.com',
  gstin: '29AAAAA0000A1ZY',
  sac: '998399',
  gstPercent: 18,
};
