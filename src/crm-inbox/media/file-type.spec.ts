import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { fileTypeOf, pictureSize } from './file-type.js';

const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#c33' } })
    .toFormat(format)
    .toBuffer();

describe('fileTypeOf', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('recognises a %s, and its size', async (format) => {
    const bytes = await picture(format);
    expect(fileTypeOf(bytes)).toEqual({ mediaType: `image/${format}`, kind: 'image' });
    expect(await pictureSize(bytes)).toEqual({ width: 30, height: 20 });
  });

  it('recognises a video', () => {
    expect(fileTypeOf(Buffer.from('\0\0\0\x18ftypisom'))).toEqual({ mediaType: 'video/mp4', kind: 'video' });
  });

  it.each(['', '<html></html>', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'GIF', 'RIFF'])(
    'refuses %j',
    (text) => expect(fileTypeOf(Buffer.from(text))).toBeUndefined(),
  );

  it('knows no size of what is no picture', async () => {
    expect(await pictureSize(Buffer.from('nothing'))).toBeUndefined();
  });
});
