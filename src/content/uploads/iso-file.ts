export type IsoMediaType = 'video/mp4' | 'video/quicktime' | 'video/3gpp' | 'video/3gpp2';

/** A file in the ISO base media format or its predecessor, QuickTime: a video, or an image with the name that users see. */
export type IsoFile = { video: IsoMediaType } | { picture: string };

const HEIC: IsoFile = { picture: 'a HEIC photo' };
const AVC_IMAGE: IsoFile = { picture: 'an AVC image' };
const AVIF: IsoFile = { picture: 'an AVIF image' };

/** File types by major brand. Brands that are not listed are MP4. https://mp4ra.org/registered-types/brands */
const BRANDS: Readonly<Record<string, IsoFile>> = {
  ...sameFor('heic heix heim heis hevc hevx hevm hevs mif1 mif2 miaf msf1', HEIC),
  ...sameFor('avci avcs', AVC_IMAGE),
  ...sameFor('avif avis avio', AVIF),
  'crx ': { picture: 'a raw camera photo' },
  'qt  ': { video: 'video/quicktime' },
};

function sameFor(brands: string, file: IsoFile): Record<string, IsoFile> {
  return Object.fromEntries(brands.split(' ').map((brand) => [brand, file]));
}

// The boxes that can start a MOV without a brand. QuickTime files predate brands.
const MOV_FIRST_BOXES = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** Detects the type from at least 12 bytes. @returns undefined when the file does not start with a known box */
export function isoFileOf(head: Buffer): IsoFile | undefined {
  const [type, brand] = [head.toString('latin1', 4, 8), head.toString('latin1', 8, 12)];
  if (type === 'ftyp') return byBrand(brand);
  // The first box of a segment, equivalent to ftyp.
  if (type === 'styp') return { video: 'video/mp4' };
  return MOV_FIRST_BOXES.has(type) && isBoxSize(head, type) ? { video: 'video/quicktime' } : undefined;
}

function byBrand(brand: string): IsoFile {
  if (/^3g2/i.test(brand)) return { video: 'video/3gpp2' };
  if (/^3g/i.test(brand)) return { video: 'video/3gpp' };
  return BRANDS[brand] ?? { video: 'video/mp4' };
}

/** Distinguishes a box from text that looks like one, such as "The free …". */
function isBoxSize(head: Buffer, type: string): boolean {
  const size = head.readUInt32BE(0);
  const isText = type !== 'mdat' && /^[\x20-\x7e]{4}$/.test(head.toString('latin1', 0, 4));
  return !isText && (size < 2 || size >= 8);
}
