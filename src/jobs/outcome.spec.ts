import { describe, expect, it } from '@jest/globals';
import { BusyError, InProgressError, TooManyRequestsError } from '../common/index.js';
import { isDeferral, outcomeOf, retryError, type RetryLimit, type StepFailure } from './outcome.js';
import { LeaseLostError, NotYetError, TryLaterError } from './work.js';

const fault = new TypeError('x is not a function');
const down = new Error('HTTP 503');
const refused = new Error('scope_not_authorized');
const rateLimited = new TooManyRequestsError('tiktok_rate_limit', 'Too many requests.', 7);
const inProgress = new InProgressError('change_in_progress', 'Another request is changing this.', 1);
const busy = new BusyError('token_refresh_slow', 'The refresh is still running.', 3);
const lost = new LeaseLostError('sync_runs', '1');
const notYet = new NotYetError('the video is not known yet', 5);
const invalid = new TryLaterError('TikTok answered without a status', 9);
const wrapped = new TryLaterError('init: too many requests', 7, { cause: rateLimited });

/** The outcome, with a retry as its pause and its cause. */
function decide(
  failure: StepFailure,
  { attempts = 1, aborted = false }: { attempts?: number; aborted?: boolean } = {},
  limit?: RetryLimit,
): unknown {
  const outcome = outcomeOf(failure, { attempts, signal: { aborted } }, limit);
  if (outcome.kind !== 'retry') return outcome;
  const { error } = outcome;
  const kept = error === failure.error;
  return error instanceof TryLaterError
    ? { retryIn: error.seconds, kept, cause: kept ? undefined : error.cause }
    : { rethrown: error };
}

const three: RetryLimit = { maxAttempts: 3 };
const never: RetryLimit = { maxAttempts: 0 };
const schedule: RetryLimit = { pauseAfter: (attempts) => [10, 20][attempts - 1] };
const exhausted = { kind: 'exhausted', isFault: false };

describe('outcomeOf', () => {
  it.each<[string, StepFailure, { attempts?: number; aborted?: boolean }, RetryLimit | undefined, unknown]>([
    [
      'a stopping process',
      { error: down, retryable: true },
      { aborted: true },
      three,
      { kind: 'stop', error: down },
    ],
    [
      'a rejection in a stopping process',
      { error: refused, rejected: true },
      { aborted: true },
      three,
      { kind: 'stop', error: refused },
    ],
    ['a lost lease', { error: lost, retryable: true }, {}, three, { kind: 'stop', error: lost }],
    [
      'a mutation whose outcome is unknown',
      { error: down, retryable: true, outcomeUnknown: true },
      {},
      three,
      { kind: 'unknown' },
    ],
    [
      'an unknown outcome in a stopping process',
      { error: down, outcomeUnknown: true },
      { aborted: true },
      three,
      { kind: 'unknown' },
    ],
    [
      'a rate limit with Retry-After',
      { error: rateLimited, retryable: true, retryAfterSeconds: 42 },
      {},
      three,
      { retryIn: 42, kept: false, cause: rateLimited },
    ],
    [
      'a rate limit by its own Retry-After',
      { error: rateLimited },
      {},
      three,
      { retryIn: 7, kept: false, cause: rateLimited },
    ],
    [
      'a rate limit after the last attempt',
      { error: rateLimited, retryable: true },
      { attempts: 99 },
      three,
      { retryIn: 7, kept: false, cause: rateLimited },
    ],
    ['a rate limit where nothing is retried', { error: rateLimited, retryable: true }, {}, never, exhausted],
    [
      'work in progress elsewhere',
      { error: inProgress, rejected: true },
      { attempts: 99 },
      three,
      { retryIn: 1, kept: false, cause: inProgress },
    ],
    [
      'a busy dependency',
      { error: busy },
      { attempts: 99 },
      schedule,
      { retryIn: 3, kept: false, cause: busy },
    ],
    [
      'something that is not there yet',
      { error: notYet },
      { attempts: 99 },
      three,
      { retryIn: 5, kept: true },
    ],
    [
      'a deferral that was wrapped already',
      { error: wrapped },
      { attempts: 99 },
      three,
      { retryIn: 7, kept: true },
    ],
    [
      'a TryLaterError with attempts left',
      { error: invalid },
      { attempts: 2 },
      three,
      { retryIn: 9, kept: true },
    ],
    ['a TryLaterError without attempts left', { error: invalid }, { attempts: 3 }, three, exhausted],
    [
      'a retryable failure with attempts left',
      { error: down, retryable: true },
      { attempts: 2 },
      three,
      { retryIn: undefined, kept: false, cause: down },
    ],
    [
      'a retryable failure without attempts left',
      { error: down, retryable: true },
      { attempts: 3 },
      three,
      exhausted,
    ],
    [
      'a retryable failure without a limit',
      { error: down, retryable: true },
      { attempts: 99 },
      undefined,
      { retryIn: undefined, kept: false, cause: down },
    ],
    [
      'a retryable failure on a schedule',
      { error: down, retryable: true, retryAfterSeconds: 42 },
      { attempts: 2 },
      schedule,
      { retryIn: 20, kept: false, cause: down },
    ],
    [
      'a retryable failure after its schedule',
      { error: down, retryable: true },
      { attempts: 3 },
      schedule,
      exhausted,
    ],
    [
      'a retryable rejection',
      { error: refused, retryable: true, rejected: true },
      {},
      three,
      { retryIn: undefined, kept: false, cause: refused },
    ],
    ['a rejection', { error: refused, rejected: true }, {}, three, { kind: 'rejected' }],
    ['a fault with attempts left', { error: fault }, { attempts: 2 }, three, { rethrown: fault }],
    [
      'a fault without attempts left',
      { error: fault },
      { attempts: 3 },
      three,
      { kind: 'exhausted', isFault: true },
    ],
    ['a fault beside a schedule', { error: fault }, { attempts: 99 }, schedule, { rethrown: fault }],
  ])('decides on %s', (_what, failure, step, limit, outcome) => {
    expect(decide(failure, step, limit)).toEqual(outcome);
  });
});

describe('retryError', () => {
  it('names the step that failed, if the module does', () => {
    expect(retryError({ error: down, retryable: true, step: 'init' })).toMatchObject({
      message: 'init: HTTP 503',
    });
  });

  it('describes the error without the values in it', () => {
    expect(retryError({ error: down, retryable: true })).toMatchObject({ message: 'HTTP 503', cause: down });
  });

  it('leaves faults and TryLaterErrors unchanged', () => {
    for (const error of [fault, invalid, notYet]) expect(retryError({ error })).toBe(error);
  });
});

describe('isDeferral', () => {
  it.each([
    [rateLimited, true],
    [busy, true],
    [inProgress, true],
    [notYet, true],
    [wrapped, true],
    [invalid, false],
    [down, false],
    [undefined, false],
  ])('of %s is %s', (error, deferral) => expect(isDeferral(error)).toBe(deferral));
});
