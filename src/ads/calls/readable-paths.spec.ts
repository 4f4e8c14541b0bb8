import { describe, expect, it } from '@jest/globals';
import { READABLE_PATHS, readablePath } from './readable-paths.js';

describe('readable paths', () => {
  it('are sorted, unique, and have the slashes that TikTok requires', () => {
    expect(READABLE_PATHS).toEqual([...new Set(READABLE_PATHS)].toSorted());
    expect(READABLE_PATHS.filter((path) => !/^(?:\/[a-z0-9_]+)+\/$/.test(path))).toEqual([]);
  });

  it('name nothing that creates, changes or deletes', () => {
    const words = /create|update|delete|upload|send|set\/|transfer|share\/|apply\/|bind|authorize\/$/;
    expect(READABLE_PATHS.filter((path) => words.test(path))).toEqual([]);
  });

  it.each(['/tool/region/', 'tool/region', '/tool/region'])('accepts %s', (path) => {
    expect(readablePath(path)).toBe('/tool/region/');
  });

  it.each([
    '/campaign/create/',
    '/tool/region/../../campaign/create/',
    '/tool/region/?advertiser_id=1',
    '//tool/region/',
    '/TOOL/REGION/',
    '/bc/asset/get/',
    '',
    'constructor',
  ])('refuses %j', (path) => {
    expect(readablePath(path)).toBeUndefined();
  });
});
