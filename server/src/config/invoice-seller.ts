import type { Config } from './config.ts';
import type { Seller } from '../features/documents/index.ts';

/** Who sells, as invoices say. */
export function invoiceSeller(config: Config): Seller {
  return {
    name: config.INVOICE_SELLER_NAME ?? config.BRAND_NAME,
    address: config.INVOICE_SELLER_ADDRESS,
    email: config.SUPPORT_EMAIL,
    gstin: config.INVOICE_SELLER_GSTIN ?? null,
    sac: config.INVOICE_SAC_CODE,
    gstPercent: config.INVOICE_GST_PERCENT,
  };
}
