import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseDeviceId } from './device-id.js';

describe('normaliseDeviceId', () => {
  it('lower-cases and trims', () => {
    expect(normaliseDeviceId(' AEBE52E7-03EE-455A-B3C4-E57283966239 ')).toBe(
      'aebe52e7-03ee-455a-b3c4-e57283966239',
    );
  });

  it.each([
    '00000000-0000-0000-0000-000000000000',
    'aebe52e703ee455ab3c4e57283966239',
    'aebe52e7-03ee-455a-b3c4-e5728396623',
    '',
  ])('rejects %j', (text) => {
    expect(normaliseDeviceId(text)).toBeUndefined();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(normaliseDeviceId(normaliseDeviceId(id.toUpperCase()) ?? '')).toBe(id);
      }),
    );
  });
});
