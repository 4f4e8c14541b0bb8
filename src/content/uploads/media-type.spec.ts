import { describe, expect, it } from '@jest/globals';
import { UnsupportedMediaError } from '../../common/index.js';
import { mediaTypeOf } from './media-type.js';

const bytes = (text: string) => Buffer.from(text.padEnd(12, '\0'), 'latin1');
const HEADS = {
  mp4: bytes('\0\0\0\u0018ftypisom'),
  segment: bytes('\0\0\0\u0018stypmsdh'),
  fragmented: bytes('\0\0\0\u0018ftypiso6'),
  '3gp': bytes('\0\0\0\u0018ftyp3gp5'),
  '3g2': bytes('\0\0\0\u0018ftyp3g2a'),
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

function detect(head: Head, kind: 'video' | 'photo'): string {
  try {
    return mediaTypeOf(HEADS[head], kind);
  } catch (error) {
    if (error instanceof UnsupportedMediaError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('mediaTypeOf', () => {
  it.each<[Head, string]>([
    ['mp4', 'video/mp4'],
    ['mov', 'video/quicktime'],
    ['webm', 'video/webm'],
    ['segment', 'video/mp4'],
    ['fragmented', 'video/mp4'],
    ['3gp', 'video/3gpp'],
    ['3g2', 'video/3gpp2'],
  ])('accepts %s as a video only', (head, type) => {
    expect(detect(head, 'video')).toBe(type);
    expect(detect(head, 'photo')).toContain('not_a_photo: The file is a video');
  });

  it.each<[Head, string]>([
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
  ])('accepts %s as a photo only', (head, type) => {
    expect(detect(head, 'photo')).toBe(type);
    expect(detect(head, 'video')).toContain('not_a_video: The file is a photo');
  });

  it.each<[Head, string]>([
    ['png', 'is a PNG'],
    ['gif', 'is a GIF'],
    ['heic', 'is a HEIC photo'],
    ['avif', 'is an AVIF'],
    ['wav', 'neither JPEG nor WebP'],
    ['page', 'neither JPEG nor WebP'],
    ['short', 'neither JPEG nor WebP'],
  ])('rejects %s and names its type', (head, reason) => {
    expect(detect(head, 'photo')).toContain(reason);
    expect(detect(head, 'video')).toContain('not_a_video');
  });

  it.each([
    ['moov', '\0\0\u0015\u00a6'],
    ['mdat', '\0\u0005\u003b\u00a9'],
    ['mdat', '\0\0\0\u0001'],
    ['mdat', '\0\0\0\0'],
    // The size of a 1 GB box can consist of letters.
    ['mdat', 'ABCD'],
    ['wide', '\0\0\0\u0008'],
    ['free', '\0\0\u0001\0'],
    ['skip', '\0\0\u0001\0'],
    ['pnot', '\0\0\0\u0014'],
  ])('detects a MOV that starts with %s of size %j', (type, size) => {
    expect(mediaTypeOf(bytes(`${size}${type}`), 'video')).toBe('video/quicktime');
  });

  it.each([
    'The free encyclopedia',
    'Now skip to the end',
    'World wide web',
    '\0\0\0\u0004free',
    'moov and more',
  ])('rejects text and broken boxes: %j', (text) => {
    expect(() => mediaTypeOf(bytes(text).subarray(0, 12), 'video')).toThrow(/not an MP4, MOV or WebM/);
  });

  // https://mp4ra.org/registered-types/brands
  const pictures: [string, string][] = [
    ...'heic heix heim heis hevc hevx hevm hevs mif1 mif2 miaf msf1'
      .split(' ')
      .map((brand): [string, string] => [brand, 'a HEIC photo']),
    ['avci', 'an AVC image'],
    ['avcs', 'an AVC image'],
    ['avif', 'an AVIF'],
    ['avis', 'an AVIF'],
    ['crx ', 'a raw camera photo'],
  ];
  it.each(pictures)('rejects brand %s as %s with advice, for both kinds of posts', (brand, name) => {
    const head = bytes(`\0\0\0\u0018ftyp${brand}`);
    expect(() => mediaTypeOf(head, 'photo')).toThrow(new RegExp(`is ${name}.*JPEG or WebP.*Convert`, 's'));
    expect(() => mediaTypeOf(head, 'video')).toThrow(
      new RegExp(`is ${name}.*convert it to JPEG or WebP`, 's'),
    );
  });

  it.each(['isom', 'mp42', 'avc1', 'iso6', 'dash', 'M4V ', 'MSNV', 'zzzz'])(
    'detects brand %s as MP4',
    (brand) => {
      expect(mediaTypeOf(bytes(`\0\0\0\u0018ftyp${brand}`), 'video')).toBe('video/mp4');
    },
  );
});
