import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const LATER = 'Check whether the request took effect, then try again in a few minutes.';

function outage(code: string, cause: string, what: string): Omit<ErrorEntry, 'link'> {
  return { code, cause, fixableBy: 'tiktok', retry: 'backoff', message: `${what} ${LATER}` };
}

/**
 * API for Business: failures at TikTok. The request may have taken effect, so a mutation is checked, not repeated.
 * Source: Business reference §11; (M) as there: only one or two third parties report the code.
 */
export const BUSINESS_SERVICE_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40200',
    cause: 'the task failed',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'The task failed at TikTok. Start it again in a few minutes.',
  },
  {
    code: '40201',
    cause: 'the task is not ready',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'TikTok has not finished the task yet. Check again in a few minutes.',
  },
  {
    code: '40202',
    cause: 'the write conflicts with another write of the same object',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'TikTok is still processing another change of the same item. Try again in a few minutes.',
  },
  outage('40700', 'internal validation failed', 'TikTok could not validate the request.'),
  outage(
    '40902',
    'the file could not be fetched from its URL',
    'TikTok could not fetch the file from its URL.',
  ),
  outage('40903', 'transient (M)', 'TikTok had a temporary error.'),
  outage('40913', 'transient (M)', 'TikTok had a temporary error.'),
  outage('50000', 'system error', 'TikTok had an internal error.'),
  outage('50002', 'processing failed at TikTok', 'TikTok could not process the request.'),
  outage('51004', 'service error (M)', "One of TikTok's services had an error."),
  outage('51005', 'service error (M)', "One of TikTok's services had an error."),
  outage('51006', 'service error (M)', "One of TikTok's services had an error."),
  outage('51007', 'service error (M)', "One of TikTok's services had an error."),
  outage('51008', 'service error (M)', "One of TikTok's services had an error."),
  outage('51065', 'messaging system error', "TikTok's messaging system had an internal error."),
  outage('51305', 'service error', "One of TikTok's services had an error."),
  outage('60001', 'maintenance', 'The TikTok Business API is under maintenance.'),
]);
