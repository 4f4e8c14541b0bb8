import { when, type Complaint } from './complaint.js';
import type { AdRule, CampaignRule, GroupRule } from './site.js';
import { cutToWidth, hasEmoji, widthOf, withoutEmoji } from './text-width.js';

const MOST = 512;

export const campaignNameRules: CampaignRule = ({ campaign }) => nameComplaints(campaign.name, 'name');

export const adGroupNameRules: GroupRule = ({ group, at }) => nameComplaints(group.name, at('name'));

export const adNameRules: AdRule = ({ ad, adAt }) => nameComplaints(ad.name, adAt('name'));

function nameComplaints(name: string, field: string): Complaint[] {
  const clean = cutToWidth(withoutEmoji(name), MOST).trim();
  const suggestion = clean === '' ? undefined : clean;
  return [
    ...when(name.trim() === '', field, 'name_missing', 'A name has at least one character. Set one.'),
    ...when(
      widthOf(name) > MOST,
      field,
      'name_too_long',
      `A name has at most ${MOST} characters, and Chinese, Japanese and Korean ones count twice; this one has ${widthOf(name)}.`,
      suggestion,
    ),
    ...when(
      hasEmoji(name),
      field,
      'name_has_emoji',
      'TikTok takes no emoji in a name. Remove them.',
      suggestion,
    ),
  ];
}

/** Finds names that siblings share: after a call without an answer, the service finds an object by its name. */
export function repeatedNames(names: readonly string[], fieldOf: (index: number) => string): Complaint[] {
  return names.flatMap((name, index) => {
    if (name.trim() === '' || names.indexOf(name) === index) return [];
    let free = 2;
    while (names.includes(numbered(name, free))) free += 1;
    const message = `"${name}" stands twice. Names differ, so that the service can find each object again.`;
    return when(true, fieldOf(index), 'name_repeated', message, numbered(name, free));
  });
}

function numbered(name: string, count: number): string {
  const suffix = ` (${count})`;
  return cutToWidth(name, MOST - suffix.length) + suffix;
}
