export type IsoMediaType = 'video/mp4' | 'video/quicktime' | 'video/3gpp' | 'video/3gpp2';

/** A file in the ISO base media format, or in QuickTime's, which came before: a video, or a picture by its name. */
export type IsoFile = { video: IsoMediaType } | { picture: string };

const HEIC: IsoFile = { picture: 'a HEIC photo of a phone' };
const AVC_IMAGE: IsoFile = { picture: 'an AVC image' };
const AVIF: IsoFile = { picture: 'an AVIF' };

/** What files are by their major brand. One that is not here is an MP4. https://mp4ra.org/registered-types/brands */
const BRANDS: Readonly<Record<string, IsoFile>> = {
  ...sameFor('heic heix heim heis hevc hevx hevm hevs mif1 mif2 miaf msf1', HEIC),
  ...sameFor('avci avcs', AVC_IMAGE),
  ...sameFor('avif avis avio', AVIF),
  'crx ': { picture: 'a raw photo of a camera' },
  'qt  ': { video: 'video/quicktime' },
};

function sameFor(brands: string, file: IsoFile): Record<string, IsoFile> {
  return Object.fromEntries(brands.split(' ').map((brand) => [brand, file]));
}

// With which a MOV may begin: QuickTime had files before it had brands.
const MOV_BEGINNINGS = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** @param head at least 12 bytes @returns undefined for a file that begins with no such box */
export function isoFileOf(head: Buffer): IsoFile | undefined {
  const [type, brand] = [head.toString('latin1', 4, 8), head.toString('latin1', 8, 12)];
  if (type === 'ftyp') return byBrand(brand);
  // The first box of a segment, which says what ftyp says elsewhere.
  if (type === 'styp') return { video: 'video/mp4' };
  return MOV_BEGINNINGS.has(type) && isBoxSize(head, type) ? { video: 'video/quicktime' } : undefined;
}

function byBrand(brand: string): IsoFile {
  if (/^3g2/i.test(brand)) return { video: 'video/3gpp2' };
  if (/^3g/i.test(brand)) return { video: 'video/3gpp' };
  return BRANDS[brand] ?? { video: 'video/mp4' };
}

/** Tells a box from a text that happens to begin like one, such as "The free …". */
function isBoxSize(head: Buffer, type: string): boolean {
  const size = head.readUInt32BE(0);
  const isText = type !== 'mdat' && /^[\x20-\x7e]{4}$/.test(head.toString('latin1', 0, 4));
  return !isText && (size < 2 || size >= 8);
}
