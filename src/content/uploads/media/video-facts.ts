import type { MediaFacts } from '../../post/media-facts.js';
import type { Track } from './media-info.js';

const FORMATS: Record<string, string> = { 'MPEG-4': 'mp4', QuickTime: 'mov', WebM: 'webm', Matroska: 'mkv' };
const CODECS: Record<string, string> = { AVC: 'h264', HEVC: 'h265' };
const LONGEST_NAME = 40;

/** Facts from what MediaInfo says. A file with sound and without a picture has the codec `none`. */
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

/** MediaInfo calls MOV a profile of MPEG-4. */
function formatOf(general: Track): string | undefined {
  const isMov = general['Format'] === 'MPEG-4' && general['Format_Profile'] === 'QuickTime';
  return isMov ? 'mov' : nameOf(FORMATS, general['Format']);
}

/** As shown: a phone that was held upright stores the picture lying, and says how to turn it. */
function pictureOf(video: Track): Pick<MediaFacts, 'width' | 'height'> {
  const width = quantity(video['Width']);
  const height = quantity(video['Height']);
  if (width === undefined || height === undefined) return {};
  const lies = Math.abs(Math.round(Number(video['Rotation'] ?? 0))) % 180 === 90;
  return lies ? { width: height, height: width } : { width, height };
}

/** A name that is not ours comes from the file: no more of it is kept than a person needs to recognise it. */
function nameOf(known: Record<string, string>, name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9 .+-]/g, '');
  return known[name] ?? plain.slice(0, LONGEST_NAME);
}

/** A number above 0, to three decimals. */
function quantity(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? Math.round(number * 1000) / 1000 : undefined;
}
