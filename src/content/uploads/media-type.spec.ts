import { describe, expect, it } from '@jest/globals';
import { UnsupportedMediaError } from '../../common/index.js';
import { mediaTypeOf } from './media-type.js';

const bytes = (text: string) => Buffer.from(text.padEnd(12, '\0'), 'latin1');
const HEADS = {
  mp4: bytes('\0\0\0\u0018ftypisom'),
  mov: bytes('\0\0\0\u0014ftypqt  '),
  webm: bytes('\u001a\u0045\u00df\u00a3'),
  jpeg: bytes('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'),
  webp: bytes('RIFF\0\0\0\0WEBP'),
  png: bytes('\u0089PNG\r\n\u001a\n'),
  gif: bytes('GIF89a'),
  heic: bytes('\0\0\0\u0018ftypheic'),
  avif: bytes('\0\0\0\u0018ftypavif'),
  wav: bytes('RIFF\0\0\0\0WAVE'),
  page: bytes('<!doctype html>'),
  short: Buffer.from('abc'),
};
type Head = keyof typeof HEADS;

function tell(head: Head, kind: 'video' | 'photo'): string {
  try {
    return mediaTypeOf(HEADS[head], kind);
  } catch (error) {
    if (error instanceof UnsupportedMediaError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('A file is told by its first bytes', () => {
  it.each<[Head, string]>([
    ['mp4', 'video/mp4'],
    ['mov', 'video/quicktime'],
    ['webm', 'video/webm'],
  ])('%s is a video, and no photo', (head, type) => {
    expect(tell(head, 'video')).toBe(type);
    expect(tell(head, 'photo')).toContain('not_a_photo: The file is a video');
  });

  it.each<[Head, string]>([
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
  ])('%s is a photo, and no video', (head, type) => {
    expect(tell(head, 'photo')).toBe(type);
    expect(tell(head, 'video')).toContain('not_a_video: The file is a photo');
  });

  it.each<[Head, string]>([
    ['png', 'is a PNG'],
    ['gif', 'is a GIF'],
    ['heic', 'is a HEIC photo'],
    ['avif', 'is an AVIF'],
    ['wav', 'neither JPEG nor WebP'],
    ['page', 'neither JPEG nor WebP'],
    ['short', 'neither JPEG nor WebP'],
  ])('%s is neither, and the refusal says what it is', (head, reason) => {
    expect(tell(head, 'photo')).toContain(reason);
    expect(tell(head, 'video')).toContain('not_a_video');
  });
});
