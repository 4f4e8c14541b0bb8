// Calls that are sent again: the header Idempotency-Key, and the answers kept for it. Must never do a call's work twice,
// nor show an answer to another organisation.
export { IdempotencyModule } from './idempotency.module.js';
export { IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED, MAX_KEY_LENGTH } from './idempotency-key.js';
export { Idempotent, IDEMPOTENT_OPERATION } from './idempotent.decorator.js';
export { IdempotentAnswers } from './idempotent-answers.js';
