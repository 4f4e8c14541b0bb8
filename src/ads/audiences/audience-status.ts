import { LEAST_MATCHED } from './pipeline/quality-report.js';
import type { Audience } from './audience.entity.js';
import type { AudienceUpload } from './audience-upload.entity.js';

export const AUDIENCE_STATUSES = [
  'empty',
  'sending',
  'matching',
  'ready',
  'too_small',
  'failed',
  'deleted',
] as const;
export type AudienceStatus = (typeof AUDIENCE_STATUSES)[number];

const MATCHING_HOURS = 48;

type Facts = Pick<Audience, 'tiktokId' | 'isValid' | 'message' | 'deletedAt'>;
type Latest = Pick<AudienceUpload, 'state' | 'failMessage'> | undefined;

/** Says where an audience stands. @param latest its last operation, uses by ad groups left out */
export function audienceStatus(audience: Facts, latest: Latest): AudienceStatus {
  if (audience.deletedAt !== null) return 'deleted';
  if (audience.tiktokId === null) {
    if (!latest) return 'empty';
    return latest.state === 'failed' ? 'failed' : 'sending';
  }
  if (audience.isValid) return 'ready';
  return latest?.state === 'done' || audience.message ? 'too_small' : 'matching';
}

/** Explains a status to a marketer. */
export function statusText(
  status: AudienceStatus,
  { message }: Pick<Audience, 'message'>,
  latest: Latest,
): string {
  const texts: Record<AudienceStatus, string> = {
    empty: 'Nothing was uploaded yet. Append a file of customers.',
    sending: 'The hashes are on their way to TikTok.',
    matching: `TikTok matches the hashes with its users. This takes up to ${MATCHING_HOURS} h; until then the size is unknown.`,
    ready: 'The audience can be used in ad groups.',
    too_small:
      `TikTok matched fewer than ${LEAST_MATCHED.toLocaleString('en')} users, so the audience can neither be used nor updated. ` +
      'Create a new audience with more customers, or with phone numbers and device ids as well.',
    failed: latest?.failMessage ?? 'TikTok did not take the audience.',
    deleted: 'The audience was deleted.',
  };
  const said = status === 'too_small' && message ? ` TikTok says: ${message}` : '';
  return texts[status] + said;
}
