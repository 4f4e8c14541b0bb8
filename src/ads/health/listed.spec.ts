import { describe, expect, it } from '@jest/globals';
import { listed, named, spread } from './listed.js';

describe('listed', () => {
  it('writes a few lines as sentences', () => {
    expect(listed(['“A”: too loud', '“B”: too dark.'])).toBe('“A”: too loud. “B”: too dark.');
  });

  it('counts the others', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `“${index}”: too loud.`);
    expect(listed(lines, ' in 2 campaigns')).toMatch(
      /“2”: too loud\. 497 more in 2 campaigns; GET .* lists all\.$/,
    );
  });
});

const finding = (campaignId: string) => ({ objectId: '1', name: null, campaignId });

describe('spread', () => {
  it('names the number of campaigns if there are several', () => {
    expect(spread([finding('1'), finding('1')])).toBe('');
    expect(spread([finding('1'), finding('2')])).toBe(' in 2 campaigns');
  });
});

describe('named', () => {
  it('falls back to the id', () => {
    expect([named('A', '1'), named(null, '1')]).toEqual(['“A”', '1']);
  });
});
