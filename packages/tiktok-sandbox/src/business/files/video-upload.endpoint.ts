import { createHash } from 'node:crypto';
import type { AdvertiserCall } from '../wire/business-call.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import type { VideoFile } from './creative-files.js';
import { videoFileId } from './file-ids.js';
import { videoView } from './file-view.js';
import { requireTemporaryFile } from './temporary-file.js';
import { readFileName, requireFormat, requireHttpUrl, requireSignedFile } from './upload-rules.js';

const UPLOAD_TYPES = ['UPLOAD_BY_FILE', 'UPLOAD_BY_URL', 'UPLOAD_BY_FILE_ID', 'UPLOAD_BY_VIDEO_ID'] as const;
const FORMATS = ['mp4', 'mov', 'mpeg', 'avi'];
const MAX_BYTES = 500_000_000;
/** The assumed properties of a video pulled from a URL. */
const PULLED_BYTES = 4_000_000;
const BYTES_PER_SECOND = 260_000;

type Source = Pick<VideoFile, 'bytes' | 'md5' | 'readyAt'> & { readonly name: string };

/** The answer's `data` is a list of one. Source: business reference §6. */
export const videoUpload = advertiserEndpoint({
  method: 'POST',
  path: '/file/video/ad/upload/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const type = params.oneOf('upload_type', UPLOAD_TYPES) ?? 'UPLOAD_BY_FILE';
    for (const flag of ['is_third_party', 'flaw_detect', 'auto_fix_enabled', 'auto_bind_enabled'])
      params.flag(flag);
    const source = SOURCES[type](call);
    const format = requireFormat(source.name, FORMATS, 'mp4');
    const video = tables.videoFiles.add({
      id: videoFileId(),
      advertiserId: advertiser.id,
      fileName: readFileName(call, tables.videoFiles.of(advertiser.id), source.name),
      materialId: state.ids.next(now),
      bytes: source.bytes,
      md5: source.md5,
      format,
      width: 720,
      height: 1280,
      durationSeconds: Math.min(
        600,
        Math.max(3, Math.round((source.bytes / BYTES_PER_SECOND) * 1000) / 1000),
      ),
      createdAt: now,
      modifiedAt: now,
      readyAt: source.readyAt,
    });
    return [videoView(call, video)];
  },
});

const SOURCES: Record<(typeof UPLOAD_TYPES)[number], (call: AdvertiserCall) => Source> = {
  UPLOAD_BY_FILE(call) {
    const file = requireSignedFile(call, 'video_file', 'video_signature', MAX_BYTES);
    return { name: file.name, bytes: file.bytes, md5: file.md5, readyAt: call.now };
  },
  UPLOAD_BY_URL(call) {
    const url = requireHttpUrl(call, 'video_url');
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    const md5 = createHash('md5').update(url).digest('hex');
    return { name, bytes: PULLED_BYTES, md5, readyAt: call.now + call.settings.urlVideoMs };
  },
  UPLOAD_BY_FILE_ID(call) {
    const file = requireTemporaryFile(call, 'video');
    return { name: file.name, bytes: file.bytes, md5: file.md5, readyAt: call.now };
  },
  UPLOAD_BY_VIDEO_ID(call) {
    const id = call.params.requireText('video_id');
    const video = call.tables.videoFiles.get(id);
    if (!video || !call.grant.advertiserIds.includes(video.advertiserId))
      throw notFound(`Video ${id} does not exist.`);
    return { name: video.fileName, bytes: video.bytes, md5: video.md5, readyAt: call.now };
  },
};
