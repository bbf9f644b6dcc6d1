export { endpoints, type EndpointKey, type Endpoints } from './all-endpoints.ts';
export { emailSchema, nameSchema, passwordSchema, roles, type Role, type SignInSummary, type User } from './auth.ts';
export type { Booking, BookingPaymentStatus, BookingStatus, TimeSlot } from './bookings.ts';
export { feedKinds, type FeedKind } from './calendars.ts';
export { paymentReferenceSchema, type Checkout, type PaymentReport } from './checkouts.ts';
export { currencySchema, idSchema, timezoneSchema } from './common.ts';
export { disputeStatuses, type Dispute, type DisputeStatus } from './disputes.ts';
export { isRead, limitOf, type Access, type EndpointContract } from './endpoint.ts';
export type { DetailsOf, Issue } from './error-details.ts';
export { errorEnvelopeSchema, errorStatus, type ErrorCode, type ErrorEnvelope } from './errors.ts';
export type { Expert, ExpertCard, OwnExpert, Slot, SlotReason } from './experts.ts';
export { limits, type Limit, type LimitName } from './limits.ts';
export { mailSkips, type AdminMail, type Mail, type MailSkip, type MailStatus } from './mails.ts';
export {
  createOrderBodySchema,
  paymentStatuses,
  paymentTransitions,
  type Order,
  type OrderStatus,
  type Payment,
  type PaymentDetails,
  type PaymentStatus,
  type ReportedPayment,
} from './payments.ts';
export type { CancellationPolicy } from './policy.ts';
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
export {
  offerTermsSchema,
  sessionTypeBodySchema,
  type AnsweredQuestion,
  type HourlyOffer,
  type OfferTerms,
  type Question,
  type SessionType,
  type SessionTypeBody,
} from './session-types.ts';
export type { Session } from './sessions.ts';
