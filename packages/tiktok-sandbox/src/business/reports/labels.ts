import type { AdGroup } from '../ads/ad-objects.js';

/** Reports name these as the ads manager does; other attributes keep the API's own names. */
const PLACEMENTS: Readonly<Record<string, string>> = {
  PLACEMENT_TIKTOK: 'TikTok',
  PLACEMENT_PANGLE: 'Pangle',
  PLACEMENT_GLOBAL_APP_BUNDLE: 'Global App Bundle',
  PLACEMENT_TOPBUZZ: 'TopBuzz',
  PLACEMENT_HELO: 'Helo',
};

/** `Automatic Placement`, or the placements that were chosen: `TikTok,Pangle`. */
export function placementLabel({ fields }: AdGroup): string {
  const { placement_type: type, placements } = fields;
  if (type !== 'PLACEMENT_TYPE_NORMAL' || !Array.isArray(placements)) return 'Automatic Placement';
  return placements.map((name) => PLACEMENTS[String(name)] ?? String(name)).join(',');
}

export function promotionLabel(type: string): string {
  if (type.startsWith('APP_')) return 'App';
  const words = type.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const BILLING: Readonly<Record<string, string>> = {
  CPC: 'Clicks',
  CPM: 'Impression',
  OCPM: 'Impression',
  CPV: 'Video Play',
};

export function billingLabel(event: unknown): unknown {
  return BILLING[String(event)] ?? event;
}
