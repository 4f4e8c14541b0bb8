import { describe, expect, it } from '@jest/globals';
import { isVisible } from './visible-text.js';

describe('isVisible', () => {
  it.each(['', ' \n', '\u{200B}', '\u{202E}\u{2066}', '\u{FEFF} \u{200D}'])('is false for %j', (text) => {
    expect(isVisible(text)).toBe(false);
  });

  it.each(['a', ' . ', '👍', '👨\u{200D}👩\u{200D}👧', '\u{202B}שלום'])('is true for %j', (text) => {
    expect(isVisible(text)).toBe(true);
  });
});
