import { z } from 'zod';
import { offerLimits } from '../offers/index.ts';
import { shownText } from '../text/index.ts';
import { idSchema } from './common.ts';

/** What whoever books tells about it, beside offer and time (rule F6). Which answers are needed is for the offer to say. */
export const answersSchema = z
  .array(
    z.strictObject({
      questionId: z.string().max(40),
      answer: z.string().overwrite(shownText).max(offerLimits.longAnswer),
    }),
  )
  .max(offerLimits.questions);
export const notesSchema = z.string().overwrite(shownText).max(offerLimits.notes);
export const pathwaySchema = z.string().max(offerLimits.pathway);

/** The members of create-order's `notes` that speak of the offer. */
export const bookingDetailsFields = {
  /** Absent is the expert's hour. */
  sessionTypeId: idSchema.optional(),
  answers: answersSchema.optional(),
  pathway: pathwaySchema.optional(),
  note: notesSchema.optional(),
};
