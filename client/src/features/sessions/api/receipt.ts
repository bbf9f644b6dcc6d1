import { useMutation } from '@tanstack/react-query';
import { requestFile } from '../../../lib/api/request.ts';
import { saveFile } from '../../../lib/download.ts';

type ReceiptOf = { paymentId: string; reference: string };

/** Downloads the invoice of a payment. */
export function useReceipt() {
  return useMutation({
    mutationFn: async ({ paymentId, reference }: ReceiptOf) =>
      saveFile(await requestFile('GET /payments/:id/receipt', { id: paymentId }), `receipt-${reference}.pdf`),
  });
}

type CreditNoteOf = ReceiptOf & { refundId: string };

/** Downloads the credit note of a refund. */
export function useCreditNote() {
  return useMutation({
    mutationFn: async ({ paymentId, refundId, reference }: CreditNoteOf) => {
      const params = { id: paymentId, refundId };
      const file = await requestFile('GET /payments/:id/refunds/:refundId/receipt', params);
      saveFile(file, `credit-note-${reference}.pdf`);
    },
  });
}
