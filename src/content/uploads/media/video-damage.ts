import type { MediaDamage } from '../../post/media-facts.js';
import type { Track } from './media-info.js';

// `DataSize` includes it.
const BOX_HEADER_BYTES = 8;

/**
 * Derives from MediaInfo's result whether players can open the video.
 * @param isIso true for MP4 and related formats, which store frames in boxes of a known size
 * @returns undefined when the file is intact, and for sound without a picture, which has its own rule
 */
export function videoDamage(tracks: Track[], isIso: boolean): MediaDamage | undefined {
  const [general, video, audio] = ['General', 'Video', 'Audio'].map((type) =>
    tracks.find((track) => track['@type'] === type),
  );
  if (!general || !video) return audio ? undefined : 'unreadable';
  if (video['Encryption'] !== undefined) return 'encrypted';
  const isDescribed = ['Format', 'Width', 'Height'].every((fact) => video[fact] !== undefined);
  if (!isDescribed || !hasFrames(general, video, isIso)) return 'unreadable';
  return isTruncated(general, [video, audio], isIso) ? 'incomplete' : undefined;
}

function hasFrames(general: Track, video: Track, isIso: boolean): boolean {
  if (Number(video['FrameCount'] ?? 1) === 0) return false;
  if (isIso) return Number(general['DataSize'] ?? 0) > 0;
  // MediaInfo sets one of these as soon as there is a frame.
  return ['Delay', 'FrameCount', 'StreamSize'].some((fact) => video[fact] !== undefined);
}

/**
 * MediaInfo also reports files with extra bytes at the end as truncated, although all frames are there. `DataSize` covers only
 * the first box of frames. If another box follows, only MediaInfo's own verdict counts.
 */
function isTruncated(general: Track, streams: (Track | undefined)[], isIso: boolean): boolean {
  const isReportedTruncated = (general['extra'] as Track | undefined)?.['IsTruncated'] === 'Yes';
  if (!isIso) return isReportedTruncated;
  const needed = streams.reduce((sum, stream) => sum + bytesOf(stream), 0);
  const lacksFrames = Number(general['DataSize']) - BOX_HEADER_BYTES < needed;
  return lacksFrames && (isReportedTruncated || Number(general['FooterSize'] ?? 0) === 0);
}

/** Returns the size of all frames. `StreamSize` omits frames that an edit list skips. */
function bytesOf(stream: Track | undefined): number {
  return Number(stream?.['Source_StreamSize'] ?? stream?.['StreamSize'] ?? 0);
}
