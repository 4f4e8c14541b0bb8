import type { PostOptions } from '../post/post-options.js';

// TikTok's own words, as its guidelines want them to be shown: https://developers.tiktok.com/doc/content-sharing-guidelines
const MUSIC_USAGE = {
  text: 'Music Usage Confirmation',
  url: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
};
const BRANDED_CONTENT_POLICY = {
  text: 'Branded Content Policy',
  url: 'https://www.tiktok.com/legal/page/global/bc-policy/en',
};

export interface ConsentLine {
  /** To be shown before the button that publishes. */
  text: string;
  /** Parts of the text, and where they lead. */
  links: { text: string; url: string }[];
}

export const DISCLOSURE_LABELS = ['Promotional content', 'Paid partnership'] as const;
export type DisclosureLabel = (typeof DISCLOSURE_LABELS)[number];

/** What people agree to by publishing. */
export function consentFor({ brandedContent }: PostOptions): ConsentLine {
  const links = brandedContent ? [BRANDED_CONTENT_POLICY, MUSIC_USAGE] : [MUSIC_USAGE];
  const names = links.map(({ text }) => text).join(' and ');
  return { text: `By posting, you agree to TikTok's ${names}.`, links };
}

/** How TikTok labels a post that promotes something; branded content outweighs the own brand. */
export function disclosureLabel({ brandOrganic, brandedContent }: PostOptions): DisclosureLabel | undefined {
  if (brandedContent) return 'Paid partnership';
  return brandOrganic ? 'Promotional content' : undefined;
}
