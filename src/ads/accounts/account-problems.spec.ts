import { describe, expect, it } from '@jest/globals';
import { problemOf } from './account-problems.js';

const WELL = { accessible: true, connected: true, status: 'STATUS_ENABLE' };

describe('problemOf', () => {
  it('finds nothing wrong with an enabled account', () => {
    expect(problemOf(WELL)).toBeNull();
    expect(problemOf({ ...WELL, status: null })).toBeNull();
  });

  it.each([
    ['STATUS_LIMIT', 'suspended'],
    ['STATUS_DISABLE', 'closed'],
    ['STATUS_CONTRACT_PENDING', 'contract'],
    ['STATUS_PENDING_CONFIRM', 'reviewing'],
    ['STATUS_PENDING_VERIFIED', 'reviewing'],
    ['STATUS_WAIT_FOR_BPM_AUDIT', 'reviewing'],
    ['STATUS_WAIT_FOR_PUBLIC_AUTH', 'reviewing'],
    ['STATUS_SELF_SERVICE_UNAUDITED', 'reviewing'],
    ['STATUS_PENDING_CONFIRM_MODIFY', 'reviewing'],
    ['STATUS_CONFIRM_FAIL', 'rejected'],
    ['STATUS_CONFIRM_FAIL_END', 'rejected'],
    ['STATUS_CONFIRM_MODIFY_FAIL', 'rejected'],
  ])('explains %s', (status, word) => {
    expect(problemOf({ ...WELL, status })).toMatchObject({
      code: status,
      reason: expect.stringContaining(word),
      fix: expect.stringMatching(/\.$/),
    });
  });

  it('names a lost permission before all else', () => {
    expect(problemOf({ accessible: false, connected: false, status: 'STATUS_LIMIT' })?.code).toBe(
      'access_withdrawn',
    );
    expect(problemOf({ accessible: true, connected: false, status: 'STATUS_LIMIT' })?.code).toBe(
      'ad_account_not_connected',
    );
  });
});
