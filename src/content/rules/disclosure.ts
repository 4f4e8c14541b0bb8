import type { PostOptions } from '../post/post-options.dto.js';

// TikTok's own wording, required by its guidelines: https://developers.tiktok.com/doc/content-sharing-guidelines
const MUSIC_USAGE = {
  text: 'Music Usage Confirmation',
  url: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
};
const BRANDED_CONTENT_POLICY = {
  text: 'Branded Content Policy',
  url: 'https://www.tiktok.com/legal/page/global/bc-policy/en',
};

export interface ConsentLine {
  /** Shown above the publish button. */
  text: string;
  /** Parts of the text, with the pages they link to. */
  links: { text: string; url: string }[];
}

export const DISCLOSURE_LABELS = ['Promotional content', 'Paid partnership'] as const;
export type DisclosureLabel = (typeof DISCLOSURE_LABELS)[number];

/** Returns what the user agrees to by publishing. */
export function consentFor({ brandedContent }: PostOptions): ConsentLine {
  const links = brandedContent ? [BRANDED_CONTENT_POLICY, MUSIC_USAGE] : [MUSIC_USAGE];
  const names = links.map(({ text }) => text).join(' and ');
  return { text: `By posting, you agree to TikTok's ${names}.`, links };
}

/** Returns the label that TikTok puts on a promotional post. Branded content takes precedence over your brand. */
export function disclosureLabel({ brandOrganic, brandedContent }: PostOptions): DisclosureLabel | undefined {
  if (brandedContent) return 'Paid partnership';
  return brandOrganic ? 'Promotional content' : undefined;
}
