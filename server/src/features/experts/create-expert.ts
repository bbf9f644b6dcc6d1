import { defaultSchedule } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../infra/mongo.ts';
import { grantRole } from '../auth/index.ts';
import { roundToStep } from '../../gateways/payment/amounts.ts';
import type { ExpertRecord } from './model.ts';
import { assertPayablePrices } from './prices.ts';
import { insertExpert } from './repository.ts';
import { expertSearchText } from './search-text.ts';
import { slugOf } from './slug.ts';

export type NewExpert = Pick<ExpertRecord, 'userId' | 'name' | 'category' | 'rateMinor' | 'currency'> &
  Partial<
    Pick<
      ExpertRecord,
      'avatar' | 'headline' | 'about' | 'languages' | 'schedule' | 'cancellationPolicy' | 'requiresApproval'
    >
  >;

/** More people of one name than this is a fault, not a coincidence. */
const maximumBearers = 1000;

/**
 * Gives an account its expert profile and the role, in one transaction. Hours are the default ones unless given.
 * The address is made of the name; the unique index decides which number a second bearer gets.
 * @throws AppError INVALID_TRANSITION when the account has a profile already, VALIDATION_FAILED for a rate at which a
 *   length would have a price that cannot be paid
 */
export async function createExpert({ clock }: { clock: Clock }, input: NewExpert): Promise<ExpertRecord> {
  const profile = draftProfile(input, clock.now());
  // By the rate as it was given: rounded, the smallest would be none.
  assertPayablePrices(input, profile.schedule.durations);
  for (let bearer = 1; bearer <= maximumBearers; bearer += 1) {
    const expert = { ...profile, slug: slugOf(input.name, bearer) };
    try {
      await inTransaction(async (transaction) => {
        await insertExpert(expert, transaction);
        await grantRole(expert.userId, 'expert', transaction);
      });
      return expert;
    } catch (error) {
      const fields = duplicateKeyFields(error);
      if (fields?.includes('userId')) {
        throw new AppError('INVALID_TRANSITION', 'This account already has an expert profile.', { cause: error });
      }
      if (!fields?.includes('slug')) throw error;
    }
  }
  throw new AppError('INTERNAL', `No address is left for an expert named ${input.name}.`);
}

function draftProfile(input: NewExpert, createdAt: Date): Omit<ExpertRecord, 'slug'> {
  const shown = { avatar: '', headline: '', about: '', languages: [], ...input };
  return {
    schedule: defaultSchedule,
    cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 },
    requiresApproval: false,
    ...shown,
    rateMinor: roundToStep(input.rateMinor, input.currency),
    _id: new Types.ObjectId(),
    ratingSum: 0,
    ratingCount: 0,
    ratingAverage: 0,
    isActive: true,
    scheduleVersion: 0,
    searchText: expertSearchText(shown),
    createdAt,
  };
}
