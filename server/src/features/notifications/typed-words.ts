/** Whom a mail is written to; the team reads at the support address. */
export type MailReader = 'customer' | 'expert' | 'account' | 'team';

/** Where the data of mails hold what people typed: the names of these people, and reasons. */
export type TypedWords = {
  customer?: object;
  expert?: object;
  reader?: object;
  reason?: string | null;
  title?: string | null | undefined;
  told?: object | null | undefined;
};

/**
 * The data of a mail for a reader whose address nobody has proved (rule E4). Whoever registers chooses the address and
 * types the name, so their words would reach a stranger in our name: the reader is left without a name, an expert gets
 * `someone` for the customer's, and reasons and answers stay on the page of the session. What the house publishes stays:
 * the expert's name and the title of their offer, to the customer.
 */
export function withoutTypedWords<Data extends TypedWords>(data: Data, reader: MailReader, someone: string): Data {
  return {
    ...data,
    ...(data.customer && { customer: { ...data.customer, name: reader === 'expert' ? someone : '' } }),
    ...(data.expert && reader === 'expert' && { expert: { ...data.expert, name: '' } }),
    ...(data.reader && { reader: { ...data.reader, name: '' } }),
    ...(data.reason && { reason: null }),
    ...(data.told && { told: null }),
    ...(data.title && reader === 'expert' && { title: null }),
  };
}
