import type { Outgoing } from './outgoing.entity.js';

export const OUTGOING_ACTIONS = ['wait', 'check', 'retry'] as const;
/** What a user can do about an outgoing message. */
export type OutgoingAction = (typeof OUTGOING_ACTIONS)[number];

type Facts = Pick<Outgoing, 'kind' | 'status' | 'settledAt' | 'reach' | 'failCode' | 'failMessage'>;

/** Why a retry was not sent. */
export const ALREADY_POSTED = 'already_posted';
export const ALREADY_POSTED_TEXT =
  'In the meantime the service has found the earlier one on TikTok, so this one was not sent.';

// Sending again cannot help, or would post twice.
const HOPELESS = new Set(['comment_gone', ALREADY_POSTED]);

export function actionOf({ status, settledAt, failCode }: Facts): OutgoingAction | null {
  if (status === 'queued' || status === 'sent') return 'wait';
  if (status === 'unknown') return settledAt === null ? 'wait' : 'check';
  return status === 'failed' && !HOPELESS.has(failCode ?? '') ? 'retry' : null;
}

/** A sentence for the user. Pure. */
export function statusText({ kind, status, settledAt, reach, failMessage }: Facts): string {
  switch (status) {
    case 'queued':
      return 'Waiting to be sent.';
    case 'sent':
      return "Sent. Waiting for TikTok's answer.";
    case 'confirmed':
      if (kind === 'direct_message') return 'Sent.';
      return reach === 'limited' ? LIMITED : 'Posted.';
    case 'unknown':
      if (kind === 'direct_message') return settledAt === null ? SEARCHING_MESSAGE : UNCONFIRMED_MESSAGE;
      return settledAt === null ? SEARCHING : UNCONFIRMED;
    case 'failed':
      return failMessage ?? 'It was not posted.';
  }
}

const LIMITED =
  'Posted, but TikTok probably shows it only to your account. That happens to many similar replies: vary the text.';
const SEARCHING =
  "TikTok's answer was lost. The service looks for your reply on TikTok, and does not send it again.";
const UNCONFIRMED =
  "We couldn't confirm whether TikTok has your reply. Open the post on TikTok. If the reply is missing, send it again.";
const SEARCHING_MESSAGE =
  "TikTok's answer was lost. The service looks for your message on TikTok, and does not send it again.";
const UNCONFIRMED_MESSAGE =
  "We couldn't confirm whether TikTok has your message. Open the conversation on TikTok. If the message is missing, send it again.";
