import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { isDatabaseUnavailable, queryReadTimeout } from './database-unavailable.js';

function failedQuery(message: string, code?: string): QueryFailedError {
  return new QueryFailedError('SELECT 1', [], Object.assign(new Error(message), code && { code }));
}

describe('isDatabaseUnavailable', () => {
  it.each([
    ['a query that was not answered', failedQuery(queryReadTimeout().message)],
    ['the same outside a query', queryReadTimeout()],
    ['a connection that is not answered', new Error('timeout expired')],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['a lost connection', failedQuery('Connection terminated unexpectedly')],
    ['a reset inside a query', failedQuery('read ECONNRESET', 'ECONNRESET')],
    ['an ended idle transaction', failedQuery('terminating connection', '25P03')],
    ['a shutdown', failedQuery('terminating connection', '57P01')],
  ])('is true for %s', (_what, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
  });

  it.each([
    ['a refused statement', failedQuery('duplicate key', '23505')],
    ['a reset outside a query', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ['a message that only quotes one', failedQuery('the column "Query read timeout" does not exist')],
    ['no error', undefined],
  ])('is false for %s', (_what, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});
