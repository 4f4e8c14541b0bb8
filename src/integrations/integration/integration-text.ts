import type { Integration } from './integration.entity.js';

// Longer than any TikTok user name, so only display names are cut.
const NAME_MAX = 25;
const LETTERS = new Intl.Segmenter();

/** The account's name, short enough for a title: its @username where TikTok shares it. */
export function accountName({
  displayName,
  username,
}: Pick<Integration, 'displayName' | 'username'>): string {
  const name = username ? `@${username}` : (displayName ?? 'A TikTok account');
  if (name.length <= NAME_MAX) return name;
  let short = '';
  for (const { segment } of LETTERS.segment(name)) {
    if (short.length + segment.length >= NAME_MAX) break;
    short += segment;
  }
  return `${short}…`;
}

/** Says why an account cannot be used, and what to do. Never the reason of a disconnect, which names a user. */
export function notActive(integration: Integration): string {
  const { status, statusReason } = integration;
  const name = accountName(integration);
  if (status !== 'expired') return `${name} is ${status}. Connect the account again.`;
  return `TikTok ended the access to ${name}${inBrackets(statusReason)}. Connect the account again.`;
}

/** A reason in brackets, without its full stop, for the end of a sentence. */
export function inBrackets(reason: string | null): string {
  return reason ? ` (${reason.replace(/[.\s]+$/, '')})` : '';
}
