import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeAdsCursor, encodeAdsCursor } from './ads-cursor.js';

describe('decodeAdsCursor', () => {
  it('returns what was encoded', () => {
    const range = fc.record({
      from: fc.constantFrom('2026-11-01', '2026-10-02'),
      to: fc.constant('2026-11-28'),
      cursor: fc.string({ minLength: 1 }),
    });
    const cursors = fc.record({
      accountId: fc.stringMatching(/^[1-9]\d{0,19}$/),
      place: fc.record({ part: fc.nat(100), range }, { requiredKeys: ['part'] }),
    });
    fc.assert(
      fc.property(cursors, (cursor) => expect(decodeAdsCursor(encodeAdsCursor(cursor))).toEqual(cursor)),
    );
  });

  it.each([null, '', '1700000000000', 'null', '["0","7","1"]', '["1","7","x"]', '["1","",1]'])(
    'starts over for %j',
    (cursor) => expect(decodeAdsCursor(cursor)).toBeUndefined(),
  );
});
