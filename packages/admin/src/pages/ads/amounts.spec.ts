import { describe, expect, it } from '@jest/globals';
import { isAmount, microsOf, plainAmount, textOfMicros } from './amounts.js';

describe('amounts', () => {
  it.each(['50', '50.00', '50,5', ' 0.01 '])('take "%s"', (text) => expect(isAmount(text)).toBe(true));
  it.each(['', '1.000,00', '-5', '5 USD', '1e3', '.5'])('refuse "%s"', (text) =>
    expect(isAmount(text)).toBe(false),
  );

  it('are sent with a point', () => expect(plainAmount(' 50,5 ')).toBe('50.5'));

  it.each([
    ['0.1', 100_000n],
    ['9007199254740993'.slice(0, 12) + '.01', 900719925474010_000n],
  ])('count %s exactly', (text, micros) => {
    expect(microsOf(text)).toBe(micros);
    expect(textOfMicros(micros)).toBe(text);
  });

  it('are unknown where there is none', () => {
    expect([microsOf(null), microsOf(undefined), microsOf('')]).toEqual([null, null, null]);
  });
});
