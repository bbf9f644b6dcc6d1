import { useMutation } from '@tanstack/react-query';
import { requestFile } from '../../../lib/api/request.ts';
import { saveFile } from '../../../lib/download.ts';

type ReceiptOf = { paymentId: string; reference: string };

/** Downloads the receipt of a payment as a page that can be printed. */
export function useReceipt() {
  return useMutation({
    mutationFn: async ({ paymentId, reference }: ReceiptOf) =>
      saveFile(await requestFile('GET /payments/:id/receipt', paymentId), `receipt-${reference}.html`),
  });
}
