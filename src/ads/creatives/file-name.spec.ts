import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileNameOf } from './file-name.js';

const ID = '01a223a6-1ba9-70c7-82d3-ffa642fac842';

describe('fileNameOf', () => {
  it('keeps the name readable and adds the id', () => {
    const name = fileNameOf({ id: ID, name: 'Spring drop, v2.mp4', mediaType: 'video/mp4' });
    expect(name).toBe(`Spring-drop-v2-${ID}.mp4`);
  });

  it('always fits what TikTok takes, and always names the creative', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const fileName = fileNameOf({ id: ID, name, mediaType: 'image/png' });
        expect([...fileName].length).toBeLessThanOrEqual(100);
        expect(fileName).toMatch(/^[\p{L}\p{N}._-]+$/u);
        expect(fileName).toContain(ID);
      }),
    );
  });
});
