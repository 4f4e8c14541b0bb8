import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { illFormedTexts } from './well-formed.js';

const paths = (value: unknown) => illFormedTexts(value).map(({ path }) => path);

describe('illFormedTexts', () => {
  it('names the path of each string with a lone surrogate', () => {
    const body = {
      caption: 'hello \ud83d',
      media: [{ altText: '\ude00' }, { altText: '😀' }],
      hashtags: ['ok', '👋', '\ud83d\ud83d'],
      music: { soundId: '\udfff\ud800' },
    };
    expect(paths(body)).toEqual(['caption', 'media[0].altText', 'hashtags[2]', 'music.soundId']);
    expect(paths(['a', '\ud83d'])).toEqual(['[1]']);
  });

  it('names a field with a lone surrogate in its name by a printable name', () => {
    expect(illFormedTexts({ a: { '\ud83dx': 1 } })).toEqual([{ path: 'a.\uFFFDx', isName: true }]);
  });

  it('stops after twenty', () => {
    expect(paths(Array.from({ length: 1000 }, () => '\ud83d'))).toHaveLength(20);
  });

  it('finds exactly the values that UTF-8 cannot represent', () => {
    const unit = fc.constantFrom('a', '😀', '\ud83d', '\ude00');
    fc.assert(
      fc.property(fc.array(fc.string({ unit })), (texts) => {
        const survives = texts.every((text) => Buffer.from(text).toString() === text);
        expect(paths({ texts }).length === 0).toBe(survives);
      }),
    );
  });
});
