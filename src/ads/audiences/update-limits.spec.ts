import { describe, expect, it } from '@jest/globals';
import { nextTime, updateAllowance, UPDATES_PER_DAY } from './update-limits.js';

const NOW = new Date('2026-12-01T12:00:00Z');
const HOUR_MS = 3_600_000;

function update(action: string, hoursAgo: number) {
  return { action, countedAt: new Date(NOW.getTime() - hoursAgo * HOUR_MS) };
}

describe('updateAllowance', () => {
  it('allows 24 updates and one replacement to a new audience', () => {
    expect(updateAllowance([], NOW)).toEqual({
      updatesLeft: UPDATES_PER_DAY,
      nextUpdateAt: null,
      nextReplaceAt: null,
    });
  });

  it('allows the next update 24 h after the oldest of the last 24', () => {
    const updates = Array.from({ length: UPDATES_PER_DAY }, (_, index) => update('append', index * 0.9));
    const allowance = updateAllowance(updates, NOW);
    expect(allowance.updatesLeft).toBe(0);
    expect(allowance.nextUpdateAt).toEqual(new Date(NOW.getTime() + (24 - 23 * 0.9) * HOUR_MS));
    expect(nextTime('append', allowance)).toEqual(allowance.nextUpdateAt);
  });

  it('allows the next replacement 24 h after the last one', () => {
    const allowance = updateAllowance([update('replace', 10), update('append', 1)], NOW);
    expect(allowance).toMatchObject({ updatesLeft: 22, nextUpdateAt: null });
    expect(nextTime('replace', allowance)).toEqual(new Date(NOW.getTime() + 14 * HOUR_MS));
    expect(nextTime('remove', allowance)).toBeNull();
  });

  it('forgets updates after 24 h', () => {
    expect(updateAllowance([update('replace', 24)], NOW).nextReplaceAt).toBeNull();
  });
});
