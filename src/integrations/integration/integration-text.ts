import type { Integration } from './integration.entity.js';
import { accountName } from '../lifecycle/notice-texts.js';

/** Says why an account cannot be used, and what to do. Never the reason of a disconnect, which names a user. */
export function notActive(integration: Integration): string {
  const { status, statusReason } = integration;
  const name = accountName(integration);
  if (status !== 'expired') return `${name} is ${status}. Connect the account again.`;
  return `TikTok ended the access to ${name}${inBrackets(statusReason)}. Connect the account again.`;
}

/** TikTok's own words, or ours for what it did, at the end of a sentence. */
export function inBrackets(reason: string | null): string {
  return reason ? ` (${reason.replace(/[.\s]+$/, '')})` : '';
}
