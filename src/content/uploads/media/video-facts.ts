import type { MediaFacts } from '../../post/media-facts.js';
import type { Track } from './media-info.js';

const FORMATS: Record<string, string> = { 'MPEG-4': 'mp4', QuickTime: 'mov', WebM: 'webm', Matroska: 'mkv' };
const CODECS: Record<string, string> = { AVC: 'h264', HEVC: 'h265' };
const MAX_NAME_LENGTH = 40;

/** Converts MediaInfo's result to facts. A file with sound but no picture has the codec `none`. */
export function videoFacts(tracks: Track[]): MediaFacts {
  const general = trackOf(tracks, 'General');
  const video = trackOf(tracks, 'Video');
  const format = formatOf(general);
  const codec = nameOf(CODECS, video['Format']) ?? (hasOnlySound(tracks) ? 'none' : undefined);
  const frameRate = quantity(video['FrameRate']);
  const durationSeconds = quantity(general['Duration']) ?? quantity(video['Duration']);
  return {
    ...(format !== undefined && { format }),
    ...(codec !== undefined && { codec }),
    ...pictureOf(video),
    ...(frameRate !== undefined && { frameRate }),
    ...(durationSeconds !== undefined && { durationSeconds }),
  };
}

function trackOf(tracks: Track[], type: string): Track {
  return tracks.find((track) => track['@type'] === type) ?? {};
}

function hasOnlySound(tracks: Track[]): boolean {
  const types = new Set(tracks.map((track) => track['@type']));
  return types.has('Audio') && !types.has('Video');
}

/** Detects MOV, which MediaInfo reports as a profile of MPEG-4. */
function formatOf(general: Track): string | undefined {
  const isMov = general['Format'] === 'MPEG-4' && general['Format_Profile'] === 'QuickTime';
  return isMov ? 'mov' : nameOf(FORMATS, general['Format']);
}

/** Applies the rotation: phones store portrait videos in landscape with a rotation. */
function pictureOf(video: Track): Pick<MediaFacts, 'width' | 'height'> {
  const width = quantity(video['Width']);
  const height = quantity(video['Height']);
  if (width === undefined || height === undefined) return {};
  const isRotated = Math.abs(Math.round(Number(video['Rotation'] ?? 0))) % 180 === 90;
  return isRotated ? { width: height, height: width } : { width, height };
}

/** Cleans and shortens unknown names, because they come from the file. */
function nameOf(known: Record<string, string>, name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9 .+-]/g, '');
  return known[name] ?? plain.slice(0, MAX_NAME_LENGTH);
}

/** Accepts positive numbers and rounds them to three decimals. */
function quantity(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? Math.round(number * 1000) / 1000 : undefined;
}
