const NAMES: Readonly<Record<string, string>> = {
  mp4: 'MP4',
  mov: 'MOV',
  webm: 'WebM',
  mkv: 'MKV',
  '3gp': '3GP',
  '3g2': '3G2',
  jpeg: 'JPEG',
  webp: 'WebP',
  png: 'PNG',
  h264: 'H.264',
  h265: 'H.265',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
};

const LIST = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Lists formats or codecs for users: `MP4, MOV or WebM`. */
export function formatNames(names: readonly string[]): string {
  return LIST.format(names.map((name) => NAMES[name] ?? name));
}
