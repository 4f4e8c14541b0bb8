import { describe, expect, it } from '@jest/globals';
import { ServerEndedEarly, startFailureIn } from './start-outcome.js';

describe('startFailureIn', () => {
  it.each([
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Permission denied', 'other'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'old-processes'],
    ['FATAL:  configuration file "postgresql.conf" contains errors', 'other'],
  ] as const)('%s → %s', (line, failure) => {
    expect(startFailureIn(['LOG:  starting PostgreSQL 18.4', line])).toBe(failure);
  });

  it('is other when Postgres said nothing', () => {
    expect(new ServerEndedEarly([])).toMatchObject({
      failure: 'other',
      message: expect.stringContaining('it said nothing'),
    });
  });
});
