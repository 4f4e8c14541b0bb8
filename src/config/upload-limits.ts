import { z } from 'zod';
import { strictJson } from './strict-json.js';

/** What one organisation may send here, and how long it stays. */
export interface UploadLimits {
  /** Of one file. */
  maxBytes: number;
  /** Of all its files that lie here at the same time. */
  maxStagedBytes: number;
  /** How long an uploadUrl may be used. */
  urlTtlSeconds: number;
  /** How long a tusUrl may be used, and an unfinished upload be resumed. */
  resumeSeconds: number;
  /** How long a file is kept that nobody publishes. */
  retentionDays: number;
}

/** TikTok's own limit of a video. */
export const MAX_FILE_BYTES = 4_000_000_000;
export const MAX_RETENTION_DAYS = 3650;
/** Links that are good for longer would end at a date that no calendar has. */
export const YEAR_SECONDS = 366 * 24 * 60 * 60;

const count = z.number().int().positive();
const overrides = z.record(
  z.string().regex(/^\S(.*\S)?$/),
  z.strictObject({
    maxBytes: count.max(MAX_FILE_BYTES).optional(),
    maxStagedBytes: count.optional(),
    urlTtlSeconds: count.min(60).max(YEAR_SECONDS).optional(),
    resumeSeconds: count.min(60).max(YEAR_SECONDS).optional(),
    retentionDays: count.max(MAX_RETENTION_DAYS).optional(),
  }),
);

/** JSON of organisations and what differs for them. */
export const uploadLimits = z.string().transform((text, context) => {
  try {
    return new Map(Object.entries(overrides.parse(strictJson(text))));
  } catch {
    const message =
      'must be JSON such as {"org-1":{"maxBytes":1000000000}}, with maxBytes, maxStagedBytes, urlTtlSeconds, resumeSeconds and retentionDays';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
});
