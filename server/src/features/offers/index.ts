export { assertOffered, offerChanged } from './assert-offered.ts';
export { findBookedOffer, findOffer, findSessionTypeExpert } from './find-offer.ts';
export { SessionTypeModel, type SessionTypeRecord } from './model.ts';
export { offerOf } from './offer.ts';
export { readDetails, type ToldDetails } from './read-details.ts';
export { offerRoutes } from './routes.ts';
export { createSessionType } from './save-session-type.ts';
export { sessionTypesOf } from './session-types-of.ts';
