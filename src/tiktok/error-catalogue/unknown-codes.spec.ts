import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TikTokApiError } from '../http/tiktok-errors.js';
import { ErrorExplainer } from './error-explainer.js';
import { UnknownCodes } from './unknown-codes.js';

const warn = jest.spyOn(Logger.prototype, 'warn');

beforeEach(() => {
  warn.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  jest.clearAllMocks();
});

describe('UnknownCodes', () => {
  it('counts by family and code, most frequent first', () => {
    const sut = new UnknownCodes();
    sut.count('open_api', 'rare');
    sut.count('business', 49999);
    sut.count('business', '49999');
    sut.count('fail_reason', 'rare');

    expect(sut.snapshot()).toEqual([
      { family: 'business', code: '49999', count: 2 },
      { family: 'open_api', code: 'rare', count: 1 },
      { family: 'fail_reason', code: 'rare', count: 1 },
    ]);
  });

  it('warns once per code, with the log id of its first occurrence', () => {
    const sut = new UnknownCodes();
    sut.count('open_api', 'brand_new', '20261122AB');
    sut.count('open_api', 'brand_new', '20261122CD');
    sut.count('open_api', 'two\nlines');

    expect(warn.mock.calls.map(([line]) => line)).toEqual([
      expect.stringContaining('"brand_new" (log id 20261122AB)'),
      expect.stringContaining(String.raw`"two\nlines" (log id none)`),
    ]);
  });

  it('returns copies', () => {
    const sut = new UnknownCodes();
    sut.count('open_api', 'one');
    for (const seen of sut.snapshot()) seen.count = 99;
    expect(sut.snapshot()).toEqual([{ family: 'open_api', code: 'one', count: 1 }]);
  });

  it('bounds the number and length of codes, and counts the rest together', () => {
    const sut = new UnknownCodes();
    for (let i = 0; i < 1_000; i += 1) sut.count('fail_reason', `${i}`.padStart(500, 'x'));
    for (let i = 0; i < 1_000; i += 1) sut.count('fail_reason', `code ${i}`);

    const seen = sut.snapshot();
    expect(seen.length).toBeLessThanOrEqual(201 + 1);
    expect(Math.max(...seen.map(({ code }) => code.length))).toBeLessThanOrEqual(100);
    expect(seen.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
    expect(warn.mock.calls.length).toBeLessThanOrEqual(seen.length);
  });
});

describe('ErrorExplainer', () => {
  it('accepts a TikTokApiError, and counts the codes that it cannot explain', () => {
    const unknownCodes = new UnknownCodes();
    const sut = new ErrorExplainer(unknownCodes);
    const origin = {
      family: 'open_api' as const,
      path: '/v2/video/list/',
      httpStatus: 403,
      logId: '20261122AB',
    };

    expect(sut.explain(new TikTokApiError('invalid_params', '', origin)).known).toBe(true);
    expect(sut.explain({ code: 'staged_file_missing' }).known).toBe(true);
    expect(unknownCodes.snapshot()).toEqual([]);

    const news = new TikTokApiError('brand_new', 'No such thing', origin);
    expect(sut.explain(news).message).toContain('"No such thing"');
    expect(unknownCodes.snapshot()).toEqual([{ family: 'open_api', code: 'brand_new', count: 1 }]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('20261122AB'));
  });
});
