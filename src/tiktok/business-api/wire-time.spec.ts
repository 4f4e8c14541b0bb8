import { describe, expect, it } from '@jest/globals';
import { adCommentTime } from './wire-time.js';

describe('adCommentTime', () => {
  const time = new Date('2026-11-28T08:00:00Z');

  it.each(['2026-11-28 08:00:00 +0000 UTC', '2026-11-28 08:00:00', '1795852800', 1_795_852_800])(
    'reads %j',
    (value) => expect(adCommentTime(value)).toEqual(time),
  );

  it.each([null, undefined, '', 'yesterday', '2026-11-28', '2026-11-28 08:00:00 +0200 CET', -1, {}])(
    'reads nothing from %j',
    (value) => expect(adCommentTime(value)).toBeNull(),
  );
});
