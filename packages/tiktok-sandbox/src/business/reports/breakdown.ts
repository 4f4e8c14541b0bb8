import type { Advertiser } from '../advertisers/advertiser.js';
import { AUDIENCE_SHARES } from './dimensions.js';
import { type Figures, noFigures, SUMMED_NAMES } from './figure-names.js';

export interface Part {
  readonly values: Readonly<Record<string, string>>;
  readonly figures: Figures;
}

/** Splits figures over audience dimensions; the parts add up to the whole. */
export function breakDown(figures: Figures, dimensions: readonly string[], advertiser: Advertiser): Part[] {
  let parts: Part[] = [{ values: {}, figures }];
  for (const dimension of dimensions) parts = parts.flatMap((part) => splitOne(part, dimension, advertiser));
  return parts;
}

/** A dimension that nothing has figures for leaves no part. */
function splitOne(part: Part, dimension: string, { country }: Advertiser): Part[] {
  const shares = AUDIENCE_SHARES[dimension] ?? [];
  let before = 0;
  return shares.map(([name, share]) => {
    const after = before + share;
    const value = dimension === 'country_code' ? country : name;
    const split = slice(part.figures, before, after);
    before = after;
    const more: Record<string, string> =
      dimension === 'interest_category' ? { interest_category_v2: value } : {};
    return { values: { ...part.values, [dimension]: value, ...more }, figures: split };
  });
}

function slice(figures: Figures, before: number, after: number): Figures {
  const part = noFigures();
  part.days = figures.days;
  for (const name of SUMMED_NAMES) {
    const scale = Number.isInteger(figures[name]) ? 1 : 100;
    const until = (share: number): number => Math.round(figures[name] * scale * Math.min(1, share));
    part[name] = (until(after) - until(before)) / scale;
  }
  return part;
}
