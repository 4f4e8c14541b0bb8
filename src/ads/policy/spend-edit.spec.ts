import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterEdits, mayRaise, withMade, withRaises, type MadeEdit, type SpendEdit } from './spend-edit.js';
import { spendOfObjects } from './spend-object.js';
import { campaign, group, NOW } from './testing/spend-objects.js';

const GROUP = { level: 'ad_group' as const, id: '1' };
const most = (objects: Parameters<typeof spendOfObjects>[0]) => spendOfObjects(objects, NOW).most;
const edits = fc.record(
  {
    level: fc.constantFrom('campaign' as const, 'ad_group' as const),
    id: fc.constantFrom('c', '1', '2'),
    status: fc.constantFrom('ENABLE' as const, 'DISABLE' as const, 'DELETE' as const),
    budget: fc.integer({ min: 1, max: 999 }).map(String),
    end: fc.constantFrom('2026-11-01 00:00:00', '2027-01-01 00:00:00'),
  },
  { requiredKeys: ['level', 'id'] },
);

function made(seconds: number): MadeEdit {
  return { ...GROUP, status: 'DISABLE', at: new Date(NOW.getTime() + seconds * 1000) };
}

describe('changes of the spend', () => {
  it('count with the parts that raise it while it is not known whether they are made', () => {
    const objects = [campaign(), group('1', '50'), group('2', '20', { operationStatus: 'DISABLE' })];
    fc.assert(
      fc.property(fc.array(edits), (some) => {
        const pending = most(withRaises(objects, some));
        expect(pending >= most(objects)).toBe(true);
        for (const edit of some) expect(pending >= most(afterEdits(objects, [edit]))).toBe(true);
      }),
    );
  });

  it('count if they were made after TikTok sent the object', () => {
    const objects = [campaign(), group('1', '50')];

    expect(most(withMade(objects, [made(1)]))).toBe(0n);
    expect(most(withMade(objects, [made(-1)]))).toBe(50_000_000n);
  });

  it('reopen what has ended', () => {
    const ended = [campaign(), group('1', '50', { end: '2026-11-01 00:00:00' })];

    expect(most(ended)).toBe(0n);
    expect(most(afterEdits(ended, [{ ...GROUP, end: '2027-01-01 00:00:00' }]))).toBe(50_000_000n);
  });

  it.each<[boolean, Partial<SpendEdit>]>([
    [true, { status: 'ENABLE' }],
    [false, { status: 'DISABLE' }],
    [false, {}],
    [true, { budget: '1' }],
    [true, { end: '2027-01-01 00:00:00' }],
    [true, { rises: true }],
    [false, { level: 'ad', status: 'ENABLE' }],
  ])('may raise it: %s for %j', (expected, edit) => {
    expect(mayRaise({ ...GROUP, ...edit })).toBe(expected);
  });
});
