import type { MediaDamage } from '../../post/media-facts.js';
import type { Track } from './media-info.js';

// `DataSize` counts it.
const BOX_HEADER_BYTES = 8;

/**
 * What MediaInfo, which has read the whole file, says about whether a player can open it.
 * @param isIso MP4 and its relatives keep their frames in boxes of their own, whose size MediaInfo tells
 * @returns undefined when nothing is wrong; also for sound without a picture, which has its own rule
 */
export function videoDamage(tracks: Track[], isIso: boolean): MediaDamage | undefined {
  const [general, video, audio] = ['General', 'Video', 'Audio'].map((type) =>
    tracks.find((track) => track['@type'] === type),
  );
  if (!general || !video) return audio ? undefined : 'unreadable';
  if (video['Encryption'] !== undefined) return 'encrypted';
  const isDescribed = ['Format', 'Width', 'Height'].every((fact) => video[fact] !== undefined);
  if (!isDescribed || !hasFrames(general, video, isIso)) return 'unreadable';
  return isCut(general, [video, audio], isIso) ? 'incomplete' : undefined;
}

function hasFrames(general: Track, video: Track, isIso: boolean): boolean {
  if (Number(video['FrameCount'] ?? 1) === 0) return false;
  if (isIso) return Number(general['DataSize'] ?? 0) > 0;
  // Of the first frame MediaInfo tells when it comes.
  return ['Delay', 'FrameCount', 'StreamSize'].some((fact) => video[fact] !== undefined);
}

/**
 * MediaInfo also calls a file cut that has other bytes behind its end: then its frames are all there. `DataSize` is that
 * of the first of the boxes with frames; where another one follows, only MediaInfo's own word counts.
 */
function isCut(general: Track, streams: (Track | undefined)[], isIso: boolean): boolean {
  const isCalledCut = (general['extra'] as Track | undefined)?.['IsTruncated'] === 'Yes';
  if (!isIso) return isCalledCut;
  const needed = streams.reduce((sum, stream) => sum + bytesOf(stream), 0);
  const lacksFrames = Number(general['DataSize']) - BOX_HEADER_BYTES < needed;
  return lacksFrames && (isCalledCut || Number(general['FooterSize'] ?? 0) === 0);
}

/** Of all frames in the file; `StreamSize` leaves out those that an edit list skips. */
function bytesOf(stream: Track | undefined): number {
  return Number(stream?.['Source_StreamSize'] ?? stream?.['StreamSize'] ?? 0);
}
