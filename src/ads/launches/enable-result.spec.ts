import { describe, expect, it } from '@jest/globals';
import type { StopWord } from '../writes/stop-words.js';
import { enableResult, unanswered } from './enable-result.js';
import type { LaunchStep } from './launch-step.entity.js';

const AT = new Date('2026-11-28T22:00:00Z');
const word = (id: string, over: Partial<StopWord> = {}): [string, StopWord] => [
  id,
  { id, name: null, status: 'DISABLE', by: 'user', userId: 'ann', at: AT, ...over },
];

const after = (failures: number) => unanswered({ detail: { failures } } as LaunchStep, 'campaign');

describe('enableResult', () => {
  it('is done if something is enabled, and names what is not', () => {
    const kept = new Map([
      word('1', { name: 'A' }),
      word('2', { by: 'ads_manager', status: 'DELETE', userId: null }),
    ]);
    const result = enableResult(['1', '2', '3', '4'], { refused: { '3': 'no budget' }, kept });
    expect(result).toMatchObject({ kind: 'done', detail: { refused: { '3': 'no budget' } } });
    expect(result.message).toBe(
      'Not enabled: “A” (paused by the user ann, 2026-11-28T22:00:00.000Z), “2” (deleted in TikTok Ads Manager, ' +
        '2026-11-28T22:00:00.000Z). POST /api/ads/status enables what is paused.',
    );
  });

  it.each([
    ['paused_by_user', {}, new Map([word('1'), word('2', { status: 'DELETE' })])],
    ['deleted_by_user', {}, new Map([word('1', { status: 'DELETE' }), word('2', { status: 'DELETE' })])],
    ['enable_refused', { '1': 'no budget' }, new Map([word('2')])],
  ])('fails with %s if nothing is enabled', (code, refused, kept) => {
    expect(enableResult(['1', '2'], { refused, kept })).toMatchObject({ kind: 'failed', code });
  });
});

describe('unanswered', () => {
  it('waits longer each time, and ends', () => {
    expect(after(0)).toMatchObject({ kind: 'waiting', detail: { failures: 1 } });
    expect(after(8)).toMatchObject({ kind: 'waiting', detail: { failures: 9 } });
    const end = after(12);
    expect(end).toMatchObject({ kind: 'failed', code: 'tiktok_unreachable' });
    expect(end.message).toContain('The campaign may be enabled');
  });
});
