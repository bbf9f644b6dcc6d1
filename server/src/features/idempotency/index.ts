export { bookOnce } from './book-once.ts';
export { IdempotencyKeyModel } from './model.ts';
