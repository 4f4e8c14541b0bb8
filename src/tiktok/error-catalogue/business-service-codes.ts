import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const LATER = 'Try again in a few minutes, and look first whether it was done after all.';

function trouble(code: string, cause: string, what: string): Omit<ErrorEntry, 'link'> {
  return { code, cause, fixableBy: 'tiktok', retry: 'backoff', message: `${what} ${LATER}` };
}

/**
 * API for Business: trouble at TikTok. What was asked may have happened, so that a mutation is read back, not repeated.
 * Source: Business reference §11; (M) as there: the code is reported by one or two third parties only.
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
    message: 'TikTok has not finished the task yet. Ask again in a few minutes.',
  },
  {
    code: '40202',
    cause: 'the write is in conflict with another one of the same object',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message: 'TikTok is busy with another change of the same kind. Try again when that one has ended.',
  },
  trouble('40700', 'internal validation failed', 'TikTok could not check the request.'),
  trouble(
    '40902',
    'the file could not be fetched from its URL',
    'TikTok could not fetch the file from its address.',
  ),
  trouble('40903', 'transient (M)', 'TikTok had a passing problem.'),
  trouble('40913', 'transient (M)', 'TikTok had a passing problem.'),
  trouble('50000', 'system error', 'TikTok had an internal problem.'),
  trouble('50002', 'processing failed at TikTok', 'TikTok could not process what was sent.'),
  trouble('51004', 'service error (M)', 'A service of TikTok had a problem.'),
  trouble('51005', 'service error (M)', 'A service of TikTok had a problem.'),
  trouble('51006', 'service error (M)', 'A service of TikTok had a problem.'),
  trouble('51007', 'service error (M)', 'A service of TikTok had a problem.'),
  trouble('51008', 'service error (M)', 'A service of TikTok had a problem.'),
  trouble('51065', 'error of the messaging system', "TikTok's messaging had an internal problem."),
  trouble('51305', 'service error', 'A service of TikTok had a problem.'),
  trouble('60001', 'maintenance', 'The business interface of TikTok is in maintenance.'),
]);
