/** Our id of a payment; or the gateway's of its checkout, as older addresses have it. */
export const paymentReference = /^[\w-]{1,128}$/;
