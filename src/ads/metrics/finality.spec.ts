import { describe, expect, it } from '@jest/globals';
import { FinalityRule, finalTimes } from './finality.js';

const at = (text: string): Date => new Date(text);

describe('finalTimes', () => {
  it('ends delivery figures of a day with the correction at 12:00 UTC after it', () => {
    expect(finalTimes('2026-11-27', 'America/New_York').delivery).toEqual(at('2026-11-28T12:00:00Z'));
    expect(finalTimes('2026-11-27', 'Asia/Tokyo').delivery).toEqual(at('2026-11-28T12:00:00Z'));
  });

  it('waits for the next correction if the day has ended less than 2 h before', () => {
    expect(finalTimes('2026-11-27', 'Pacific/Apia').delivery).toEqual(at('2026-11-28T12:00:00Z'));
    expect(finalTimes('2026-11-27', 'Etc/GMT+11').delivery).toEqual(at('2026-11-29T12:00:00Z'));
  });

  it('ends reach 16 h after the day, and conversions 28 days after it', () => {
    const { slow, attributed } = finalTimes('2026-11-27', 'America/New_York');
    expect(slow).toEqual(at('2026-11-28T21:00:00Z'));
    expect(attributed).toEqual(at('2026-12-26T05:00:00Z'));
  });
});

describe('FinalityRule', () => {
  const metrics = ['campaign_name', 'spend', 'reach', 'conversion', 'real_time_conversion', 'purchase'];
  const rule = new FinalityRule(metrics, 'none', 'America/New_York');

  it.each([
    ['2026-11-28T04:00:00Z', ['spend', 'reach', 'conversion', 'real_time_conversion', 'purchase']],
    ['2026-11-28T12:00:00Z', ['reach', 'conversion', 'purchase']],
    ['2026-11-28T21:00:00Z', ['conversion', 'purchase']],
    ['2026-12-26T05:00:00Z', []],
  ])('names at %s what may still change: %j', (asOf, provisional) => {
    const found = rule.of('2026-11-27', at(asOf));
    expect(found).toMatchObject({ provisional, final: provisional.length === 0 });
    expect(found.finalAt).toEqual(at('2026-12-26T05:00:00Z'));
  });

  it('gives figures by audience 16 h', () => {
    const byGender = new FinalityRule(['spend'], 'gender', 'America/New_York');
    expect(byGender.of('2026-11-27', at('2026-11-28T13:00:00Z')).provisional).toEqual(['spend']);
    const byPlacement = new FinalityRule(['spend'], 'placement', 'America/New_York');
    expect(byPlacement.of('2026-11-27', at('2026-11-28T13:00:00Z')).provisional).toEqual([]);
  });
});
