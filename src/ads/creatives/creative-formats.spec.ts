import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { creativeTypeOf, extensionOf, looksLikeHtml } from './creative-formats.js';

const HEADS: [hex: string, kind: 'video' | 'image', type: string, extension: string][] = [
  ['00000020667479706d703432', 'video', 'video/mp4', 'mp4'],
  ['0000001466747970717420200000', 'video', 'video/quicktime', 'mov'],
  ['000001ba4400040004010000', 'video', 'video/mpeg', 'mpeg'],
  ['52494646a0000000415649204c495354', 'video', 'video/x-msvideo', 'avi'],
  ['ffd8ffe000104a4649460001', 'image', 'image/jpeg', 'jpg'],
  ['89504e470d0a1a0a0000000d', 'image', 'image/png', 'png'],
];

describe('creativeTypeOf', () => {
  it.each(HEADS)('recognises %s as a %s of the type %s', (hex, kind, type, extension) => {
    expect(creativeTypeOf(Buffer.from(hex, 'hex'), kind)).toBe(type);
    expect(extensionOf(type)).toBe(extension);
  });

  it.each(HEADS)('refuses %s where the other kind is expected', (hex, kind) => {
    const other = kind === 'video' ? 'image' : 'video';
    expect(() => creativeTypeOf(Buffer.from(hex, 'hex'), other)).toThrow('TikTok accepts');
  });

  it.each([
    ['1a45dfa39f4286810142f781', 'video', 'video/webm'],
    ['524946460000000057454250', 'image', 'image/webp'],
    ['474946383961010001000000', 'image', 'image/gif'],
    [Buffer.from('<!DOCTYPE html><html>').toString('hex'), 'image', 'an HTML page'],
  ] as const)('says what %s is instead', (hex, kind, what) => {
    expect(() => creativeTypeOf(Buffer.from(hex, 'hex'), kind)).toThrow(what);
  });

  it('refuses everything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const head = Buffer.from([0x23, ...bytes]);
        expect(() => creativeTypeOf(head, 'video')).toThrow();
        expect(() => creativeTypeOf(head, 'image')).toThrow();
      }),
    );
  });
});

describe('looksLikeHtml', () => {
  it.each(['<!doctype html>', '\n\n <html lang="en">', '<?xml version="1.0"?>'])('is true for %j', (text) => {
    expect(looksLikeHtml(Buffer.from(text))).toBe(true);
  });

  it('is false for text', () => {
    expect(looksLikeHtml(Buffer.from('a < b'))).toBe(false);
  });
});
