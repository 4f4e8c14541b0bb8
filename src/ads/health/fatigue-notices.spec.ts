import { describe, expect, it } from '@jest/globals';
import type { AdAccountRef } from '../../integrations/index.js';
import { fatigueNotice } from './fatigue-notices.js';

const account = { accountId: '7400000000000000123', name: 'Shop '.repeat(20) } as AdAccountRef;

describe('fatigueNotice', () => {
  it('names up to five ads, and counts the others', () => {
    const { title, detail } = fatigueNotice(account, ['a', 'b', 'c', 'd', 'e', 'f', 'g'], '2026-11-29');
    expect(title.length).toBeLessThanOrEqual(60);
    expect(detail).toContain('in these ads: “a”, “b”, “c”, “d”, “e” and 2 more.');
  });

  it('is one notice per account and day', () => {
    const keyOn = (day: string) => fatigueNotice(account, [], day).dedupeKey;
    expect(keyOn('2026-11-29')).toBe(keyOn('2026-11-29'));
    expect(keyOn('2026-11-29')).not.toBe(keyOn('2026-11-30'));
    expect(fatigueNotice(account, [], '2026-11-29').detail).toContain('in ads of this account.');
  });
});
