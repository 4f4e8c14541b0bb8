import { expect, it } from '@jest/globals';
import { isUrl } from './is-url.js';

it('accepts a domain with an umlaut, however often it was asked before', () => {
  for (let calls = 0; calls < 50_000; calls += 1) isUrl(`https://connector.example/${calls}`);
  expect(isUrl('https://bücher.example')).toBe(true);
  expect(isUrl('no address')).toBe(false);
});
