import { ClaimModel } from '../../../server/src/features/claims/index.ts';
import { runApi } from './run-api.ts';

// A server whose settling is broken: it takes every hold for sold without looking, so that nothing is sold, and a hold
// that has gone to somebody else counts as one's own. The chaos must notice.
const { collection } = ClaimModel;
const updateOne = collection.updateOne.bind(collection);
const sellsBlindly: typeof updateOne = async (...[filter, update, options]: Parameters<typeof updateOne>) => {
  const isSale = JSON.stringify(update).includes('"kind":"session"');
  if (!isSale) return updateOne(filter, update, options);
  return { acknowledged: true, matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null };
};
Object.assign(collection, { updateOne: sellsBlindly });

await runApi();
