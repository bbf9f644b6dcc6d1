import { passwordChangedWords, resetPasswordWords, verifyEmailWords, welcomeWords } from './account-words.ts';
import { confirmedWords, newBookingWords, reminderWords, reviewWords } from './booking-words.ts';
import { buttonWords } from './button-words.ts';
import { calendarWords } from './calendar-words.ts';
import { cancelledWords, expertCancelledWords, expertMovedWords, movedWords } from './change-words.ts';
import { layoutWords } from './layout-words.ts';
import { moneyWords, receiptWords, refundDelayedWords, refundedWords, slotLostWords } from './money-words.ts';
import { rejectedWords, requestSentWords, requestWords } from './request-words.ts';
import { rowWords } from './row-words.ts';
import { unsubscribeWords } from './unsubscribe-words.ts';
import { inEveryLanguage, type Translate } from './translate.ts';

/** All that mails, calendar files and the pages behind links of mails say, in the language that `t` speaks. */
export const writeWords = (t: Translate) => ({
  layout: layoutWords(t),
  rows: rowWords(t),
  buttons: buttonWords(t),
  calendar: calendarWords(t),
  confirmed: confirmedWords(t),
  newBooking: newBookingWords(t),
  reminder: reminderWords(t),
  review: reviewWords(t),
  requestSent: requestSentWords(t),
  request: requestWords(t),
  rejected: rejectedWords(t),
  cancelled: cancelledWords(t),
  expertCancelled: expertCancelledWords(t),
  moved: movedWords(t),
  expertMoved: expertMovedWords(t),
  money: moneyWords(t),
  slotLost: slotLostWords(t),
  refunded: refundedWords(t),
  refundDelayed: refundDelayedWords(t),
  receipt: receiptWords(t),
  verifyEmail: verifyEmailWords(t),
  resetPassword: resetPasswordWords(t),
  passwordChanged: passwordChangedWords(t),
  welcome: welcomeWords(t),
  unsubscribe: unsubscribeWords(t),
});

/** The same, by the language of their reader. */
export const mailWords = inEveryLanguage(writeWords);
