import { describe, expect, it } from '@jest/globals';
import { nextPage, walkPages, type TimePage } from './page-walk.js';

const NOW = 1_763_800_000_000;
const page = (parts: TimePage): TimePage => ({ videos: [], cursor: NOW, has_more: true, ...parts });

describe('nextPage', () => {
  it.each([[NOW], [String(NOW)], [`000${NOW}`]])('follows the cursor %j', (cursor) => {
    expect(nextPage(page({ cursor }))).toEqual({ kind: 'page', cursor: String(NOW) });
  });

  it.each([[true], ['true'], [1], ['1'], [undefined], [null], ['yes']])(
    'follows a cursor that advances when has_more is %j',
    (hasMore) => {
      expect(nextPage(page({ has_more: hasMore }), String(NOW + 1)).kind).toBe('page');
    },
  );

  it.each([[false], ['false'], [0], ['0']])('ends the list when has_more is %j', (hasMore) => {
    expect(nextPage(page({ has_more: hasMore, cursor: -1 })).kind).toBe('end');
    expect(nextPage(page({ has_more: hasMore }), '1').kind).toBe('end');
  });

  it.each([
    [undefined],
    [null],
    [''],
    ['abc'],
    ['-1'],
    ['1e12'],
    [' 5 '],
    ['12.5'],
    [-1],
    [0],
    ['0'],
    [1.5],
    [Number.NaN],
    [Infinity],
    [1e18],
    ['9007199254740993'],
    ['1'.repeat(400)],
    [true],
    [{}],
    [[NOW]],
  ])('reports a cut when more is announced with the cursor %j', (cursor) => {
    expect(nextPage(page({ cursor })).kind).toBe('cut');
    expect(nextPage(page({ cursor, has_more: undefined })).kind).toBe('cut');
  });

  it.each([
    ['repeated', NOW],
    ['that goes back', NOW + 1],
  ])('reports a cut for a cursor %s', (_what, cursor) => {
    expect(nextPage(page({ cursor }), String(NOW)).kind).toBe('cut');
  });

  it.each([[undefined], [null], ['videos'], [{}]])('reports a cut when the videos are %j', (videos) => {
    expect(nextPage(page({ videos })).kind).toBe('cut');
    expect(nextPage(page({ videos, has_more: false })).kind).toBe('cut');
  });
});

async function walk(pages: TimePage[], from?: string) {
  const asked: (string | undefined)[] = [];
  const kinds: string[] = [];
  const read = (cursor: string | undefined) => {
    asked.push(cursor);
    return Promise.resolve(pages[asked.length - 1] ?? {});
  };
  for await (const { next } of walkPages(read, from)) kinds.push(next.kind);
  return { asked, kinds };
}

describe('walkPages', () => {
  it('requests each page with the cursor of the previous one, until the list ends', async () => {
    const pages = [page({ cursor: '30' }), page({ cursor: 20 }), page({ cursor: 10, has_more: false })];

    expect(await walk(pages)).toEqual({ asked: [undefined, '30', '20'], kinds: ['page', 'page', 'end'] });
  });

  it('starts from a cursor and ends where the list is cut', async () => {
    const pages = [page({ cursor: 20 }), page({ cursor: 20 })];

    expect(await walk(pages, '30')).toEqual({ asked: ['30', '20'], kinds: ['page', 'cut'] });
  });
});
