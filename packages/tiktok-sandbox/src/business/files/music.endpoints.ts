import { seededRandom } from '../../random.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import type { MusicFile } from './creative-files.js';
import { musicView } from './file-view.js';
import { SYSTEM_MUSIC, systemMusicId } from './system-music.js';
import { requireTemporaryFile } from './temporary-file.js';
import { readFileName, requireFormat, requireHttpUrl, requireSignedFile } from './upload-rules.js';

const SCENES = ['CREATIVE_ASSET', 'CAROUSEL_ADS', 'CATALOG_CAROUSEL'] as const;
const SEARCH_TYPES = [
  'SEARCH_BY_KEYWORD',
  'SEARCH_BY_RECOMMEND',
  'SEARCH_BY_LIKED',
  'SEARCH_BY_HISTORY',
  'SEARCH_BY_MUSIC_ID',
  'SEARCH_BY_SOURCE',
] as const;
const UNPAGED = new Set(['SEARCH_BY_RECOMMEND', 'SEARCH_BY_LIKED', 'SEARCH_BY_MUSIC_ID']);
const CAPPED = new Set(['SEARCH_BY_KEYWORD', 'SEARCH_BY_HISTORY']);
const MAX_REACH = 100_000;
const MAX_BYTES = 10_000_000;

const musicGet = advertiserEndpoint({
  method: 'GET',
  path: '/file/music/get/',
  handle(call) {
    const { params } = call;
    const scene = params.oneOf('music_scene', SCENES) ?? 'CREATIVE_ASSET';
    const type = params.oneOf('search_type', SEARCH_TYPES);
    if ((type === undefined) !== (scene === 'CREATIVE_ASSET'))
      throw invalidParam(`search_type: ${type ? 'Not supported' : 'Required'} for music_scene ${scene}.`);
    const rows = allMusic(call).filter(matching(call));
    if (type !== undefined && UNPAGED.has(type))
      return { musics: rows.map((music) => musicView(call, music)) };
    const isCapped = type !== undefined && CAPPED.has(type);
    const { list, page_info } = pageOf(
      params,
      rows,
      isCapped ? { defaultSize: 200, maxSize: 200 } : { defaultSize: 1000, maxSize: 1000 },
    );
    if (page_info.page * page_info.page_size > MAX_REACH)
      throw invalidParam(`page: page × page_size must be at most ${MAX_REACH}.`);
    return { musics: list.map((music) => musicView(call, music)), page_info };
  },
});

function matching({ params }: AdvertiserCall): (music: MusicFile) => boolean {
  const filtering = params.object('filtering');
  const ids = filtering?.texts('music_ids');
  const materials = filtering?.texts('material_ids');
  const keyword = filtering?.text('keyword')?.toLowerCase();
  const sources = filtering?.texts('sources');
  return (music) =>
    (!ids || ids.includes(music.id)) &&
    (!materials || materials.includes(music.materialId)) &&
    (keyword === undefined || music.title.toLowerCase().includes(keyword)) &&
    (!sources || sources.includes(music.source));
}

/** The advertiser's own, then the library that everybody has. */
function allMusic({ tables, advertiser }: AdvertiserCall): MusicFile[] {
  const own = tables.musicFiles.of(advertiser.id);
  const library = SYSTEM_MUSIC.map(({ title, author }): MusicFile => {
    const random = seededRandom(`music/${title}`);
    const id = systemMusicId(title);
    return {
      id,
      advertiserId: advertiser.id,
      fileName: `${title}.mp3`,
      materialId: id,
      bytes: 2_400_000,
      md5: Buffer.from(title.padEnd(16).slice(0, 16)).toString('hex'),
      format: 'mp3',
      width: 0,
      height: 0,
      createdAt: Date.UTC(2026, 0, 1),
      modifiedAt: Date.UTC(2026, 0, 1),
      title,
      author,
      durationSeconds: Math.round(30 + random() * 90),
      source: 'SYSTEM',
    };
  });
  return [...own, ...library];
}

const musicUpload = advertiserEndpoint({
  method: 'POST',
  path: '/file/music/upload/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    params.oneOf('music_scene', SCENES);
    const type = params.oneOf('upload_type', ['UPLOAD_BY_FILE', 'UPLOAD_BY_URL', 'UPLOAD_BY_FILE_ID']);
    const source = readSource(call, type ?? 'UPLOAD_BY_FILE');
    const format = requireFormat(source.name, ['mp3'], 'mp3');
    const id = state.ids.next(now);
    const music = tables.musicFiles.add({
      id,
      advertiserId: advertiser.id,
      fileName: readFileName(call, tables.musicFiles.of(advertiser.id), source.name),
      materialId: id,
      bytes: source.bytes,
      md5: source.md5,
      format,
      width: 0,
      height: 0,
      createdAt: now,
      modifiedAt: now,
      title: source.name.replace(/\.mp3$/i, ''),
      author: advertiser.name,
      durationSeconds: 30,
      source: 'USER',
    });
    return musicView(call, music);
  },
});

function readSource(call: AdvertiserCall, type: string): { name: string; bytes: number; md5: string } {
  if (type === 'UPLOAD_BY_FILE_ID') return requireTemporaryFile(call, 'music');
  if (type === 'UPLOAD_BY_FILE') return requireSignedFile(call, 'music_file', 'music_signature', MAX_BYTES);
  const name = new URL(requireHttpUrl(call, 'music_url')).pathname.split('/').at(-1) ?? '';
  return { name, bytes: 2_000_000, md5: '' };
}

export const MUSIC_ENDPOINTS: readonly BusinessEndpoint[] = [musicGet, musicUpload];
