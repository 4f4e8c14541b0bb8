import { describe, expect, it } from '@jest/globals';
import { NotYetError, outcomeOf } from '../../jobs/index.js';
import { TokenUnreadableError } from './credential.errors.js';
import { stepFailure } from './step-failure.js';

const CLAIM = { signal: { aborted: false }, attempts: 1 };

describe('stepFailure', () => {
  it('waits if another process holds the key, although an unreadable token is a rejection', () => {
    const error = Object.assign(new TokenUnreadableError(undefined), { heldElsewhere: true });
    const outcome = outcomeOf({ ...stepFailure(error), rejected: true }, CLAIM);
    expect(outcome).toMatchObject({ kind: 'retry', error: expect.any(NotYetError) });
  });

  it('leaves a token that no process can read a rejection', () => {
    const error = new TokenUnreadableError(undefined);
    expect(outcomeOf({ ...stepFailure(error), rejected: true }, CLAIM)).toEqual({ kind: 'rejected' });
  });
});
