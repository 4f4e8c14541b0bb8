import type { DeclaredFileDto } from 'tiktok-connector-client';
import type { Kind } from '../publication.js';

/** A file of the user's device, with what the browser can read of it. */
export interface ChosenFile {
  id: string;
  file: File;
  /** A blob address for the preview; release it with `releaseFile`. */
  url: string;
  facts: DeclaredFileDto;
}

export const ACCEPTED = ['video/mp4', 'video/quicktime', 'video/webm', 'image/jpeg', 'image/webp'];

const FORMATS: Record<string, string> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
};

/** The name that users know a media type by, such as MP4. */
export function formatName(mediaType: string): string {
  return FORMATS[mediaType]?.toUpperCase() ?? mediaType;
}

/** A browser that cannot decode a file may never answer. */
const READS_FOR_MS = 5_000;

let count = 0;

/** Reads a file's size on the screen and duration. What the browser cannot read stays absent: the service checks it later. */
export async function readFile(file: File): Promise<ChosenFile> {
  const url = URL.createObjectURL(file);
  const format = FORMATS[file.type];
  const read = kindOf(file) === 'video' ? readVideo(url) : readPhoto(url);
  const facts = await Promise.race([read, nothingAfter(READS_FOR_MS)]);
  return {
    id: `file-${++count}`,
    file,
    url,
    facts: { sizeBytes: file.size, ...(format && { format }), ...facts },
  };
}

export function releaseFile({ url }: ChosenFile): void {
  URL.revokeObjectURL(url);
}

export function kindOf({ type }: File): Kind {
  return type.startsWith('video/') ? 'video' : 'photo';
}

function readVideo(url: string): Promise<DeclaredFileDto> {
  return new Promise((resolve) => {
    const video = document.createElement('video');
    video.preload = 'metadata';
    video.addEventListener('error', () => resolve({}));
    video.addEventListener('loadedmetadata', () => {
      const { duration, videoWidth, videoHeight } = video;
      resolve({
        ...(Number.isFinite(duration) && duration > 0 && { durationSeconds: duration }),
        ...(videoWidth > 0 && { width: videoWidth, height: videoHeight }),
      });
    });
    video.src = url;
  });
}

function readPhoto(url: string): Promise<DeclaredFileDto> {
  return new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('error', () => resolve({}));
    image.addEventListener('load', () => resolve({ width: image.naturalWidth, height: image.naturalHeight }));
    image.src = url;
  });
}

function nothingAfter(milliseconds: number): Promise<DeclaredFileDto> {
  return new Promise((resolve) => setTimeout(() => resolve({}), milliseconds));
}
