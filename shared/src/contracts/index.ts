export { endpoints, type EndpointKey, type Endpoints } from './all-endpoints.ts';
export { emailSchema, nameSchema, passwordSchema, roles, type Role, type SignInSummary, type User } from './auth.ts';
export { feedKinds, type FeedKind } from './calendars.ts';
export { paymentReferenceSchema, type Checkout, type PaymentReport } from './checkouts.ts';
export { currencySchema, idSchema, timezoneSchema } from './common.ts';
export { isRead, limitOf, type Access, type EndpointContract } from './endpoint.ts';
export type { DetailsOf, Issue } from './error-details.ts';
export { errorEnvelopeSchema, errorStatus, type ErrorCode, type ErrorEnvelope } from './errors.ts';
export type { CancellationPolicy, Expert, ExpertCard, OwnExpert, Slot, SlotReason } from './experts.ts';
export { limits, type Limit, type LimitName } from './limits.ts';
export { mailSkips, type AdminMail, type Mail, type MailSkip, type MailStatus } from './mails.ts';
export {
  createOrderBodySchema,
  disputeStatuses,
  paymentStatuses,
  paymentTransitions,
  type Dispute,
  type DisputeStatus,
  type Order,
  type OrderStatus,
  type Payment,
  type PaymentDetails,
  type PaymentStatus,
  type ReportedPayment,
} from './payments.ts';
export { refundStatuses, refundTransitions, type RefundReason } from './refunds.ts';
export {
  availabilityChangeSchema,
  defaultSchedule,
  scheduleSchema,
  weekdays,
  type AvailabilityChange,
  type Schedule,
  type Weekday,
} from './schedule.ts';
export type { Session } from './sessions.ts';
