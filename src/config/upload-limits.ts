import { z } from 'zod';
import { json } from './setting-kinds.js';

/** Upload limits and retention of one organisation. */
export interface UploadLimits {
  /** Of one file. */
  maxBytes: number;
  /** Of all its stored and incoming files together. */
  maxStagedBytes: number;
  /** Validity of an uploadUrl. */
  urlTtlSeconds: number;
  /** Validity of a tusUrl, during which an upload can be resumed. */
  resumeSeconds: number;
  /** Retention of an unpublished file. */
  retentionDays: number;
}

/** TikTok's own limit for a video. */
export const MAX_FILE_BYTES = 4_000_000_000;
export const MAX_RETENTION_DAYS = 3650;
/** Upper bound for link validity, so that expiry dates stay representable. */
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

/** JSON of organisations and their overrides. */
export const uploadLimits = json(
  overrides,
  'must be JSON such as {"org-1":{"maxBytes":1000000000}}, with maxBytes, maxStagedBytes, urlTtlSeconds, resumeSeconds and retentionDays',
).transform((limits) => new Map(Object.entries(limits)));
