// Repeated requests: the header Idempotency-Key and the stored responses. Must never do the work of a request twice, or
// show a response to another organisation.
export { IdempotencyModule } from './idempotency.module.js';
export { IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED, MAX_KEY_LENGTH } from './idempotency-key.js';
export { Idempotent, IDEMPOTENT_OPERATION } from './idempotent.decorator.js';
export { IdempotentAnswers } from './idempotent-responses.js';
