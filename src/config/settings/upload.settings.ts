import { z } from 'zod';
import { flag, identifier, webAddress, wholeNumber, type Env } from '../setting-kinds.js';
import {
  MAX_FILE_BYTES,
  MAX_RETENTION_DAYS,
  uploadLimits,
  YEAR_SECONDS,
  type UploadLimits,
} from '../upload-limits.js';

// The endpoint of some S3-compatible stores has a path.
const endpoint = webAddress
  .refine((url) => !url.includes('?'), 'must not contain a query (?)')
  .transform((url) => url.replace(/\/+$/, ''));

/** Settings of the staging store. */
export const storeSettings = {
  S3_BUCKET: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,255}$/, 'must be the name of a bucket, without blanks or slashes')
    .optional()
    .describe('Bucket of AWS or of an S3-compatible store; see docs/operating.md. Unset: DATA_DIR/uploads'),
  S3_REGION: identifier.default('us-east-1').describe('Region of the bucket'),
  S3_ENDPOINT: endpoint
    .optional()
    .describe('Endpoint of an S3-compatible store, such as https://minio.example:9000. Unset: AWS'),
  S3_PATH_STYLE: flag
    .default(false)
    .describe('true: put the bucket in the path (https://host/bucket/key), as MinIO and others require'),
  S3_PREFIX: z
    .string()
    .regex(
      /^((?!\.{1,2}\/)[A-Za-z0-9._-]+\/)*$/,
      'must be empty or a path such as uploads/, without . and .. in it',
    )
    .default('uploads/')
    .describe('Prefix of each key in the bucket; empty, or with a slash at the end'),
  S3_ACCESS_KEY_ID: identifier
    .optional()
    .describe("Access key, together with S3_SECRET_ACCESS_KEY. Unset: the AWS SDK's default credentials"),
  S3_SECRET_ACCESS_KEY: identifier.optional().describe('Secret of that access key'),
};

/** Limits of uploads. */
export const uploadSettings = {
  MAX_UPLOAD_BYTES: wholeNumber(1, MAX_FILE_BYTES)
    .default(MAX_FILE_BYTES)
    .describe("Largest accepted video, in bytes; TikTok's own limit of 4 GB is the maximum"),
  MAX_STAGED_BYTES: wholeNumber(1)
    .default(50_000_000_000)
    .describe('Upload quota of one organisation, in bytes: its stored and incoming files together'),
  UPLOAD_LIMITS: uploadLimits
    .default(new Map())
    .describe(
      'Other limits for single organisations, as JSON; limits that are not named keep their defaults: ' +
        '{"org-1":{"maxBytes":1000000000,"maxStagedBytes":5000000000,"urlTtlSeconds":3600,"resumeSeconds":86400,"retentionDays":7}}',
    ),
  UPLOAD_URL_TTL_SECONDS: wholeNumber(60, YEAR_SECONDS)
    .default(3600)
    .describe('Seconds for which an uploadUrl is valid'),
  UPLOAD_RESUME_SECONDS: wholeNumber(60, YEAR_SECONDS)
    .default(86_400)
    .describe('Seconds for which a tusUrl is valid; a resumable upload must be complete by then'),
  UPLOAD_RETENTION_DAYS: wholeNumber(1, MAX_RETENTION_DAYS)
    .default(7)
    .describe('Days for which an unpublished upload is kept; then its publication is cancelled'),
  UPLOAD_KEEP_FAILED_HOURS: wholeNumber(0, 720)
    .default(24)
    .describe('Hours for which the files of a failed post are kept for a retry; 0: deleted immediately'),
};

type UploadEnv = Env<typeof storeSettings & typeof uploadSettings>;

/** An S3-compatible bucket. */
export interface S3Settings {
  bucket: string;
  region: string;
  /** Undefined: AWS. */
  endpoint: string | undefined;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`. */
  pathStyle: boolean;
  /** Prefix of each key; empty, or with a trailing slash. */
  prefix: string;
  /** Undefined: the AWS SDK's default credentials. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

export interface UploadSettings {
  limits: UploadLimits;
  /** Overrides by organisation. */
  limitsByOrganisation: ReadonlyMap<string, Partial<UploadLimits>>;
  /** Hours for which the files of a failed post are kept for a retry; 0: deleted immediately. */
  keepFailedHours: number;
  /** Undefined: the local disk. */
  s3: S3Settings | undefined;
}

/** Problems across these settings. Names keys, never values. */
export function uploadProblems(env: UploadEnv): string[] {
  const problems: string[] = [];
  if (Boolean(env.S3_ACCESS_KEY_ID) !== Boolean(env.S3_SECRET_ACCESS_KEY))
    problems.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: set both or neither');
  if (!env.S3_BUCKET && (env.S3_ENDPOINT || env.S3_ACCESS_KEY_ID))
    problems.push('S3_BUCKET: must be set if S3_ENDPOINT or S3_ACCESS_KEY_ID is set');
  return problems;
}

export function toUploadSettings(env: UploadEnv): UploadSettings {
  return {
    limits: {
      maxBytes: env.MAX_UPLOAD_BYTES,
      maxStagedBytes: env.MAX_STAGED_BYTES,
      urlTtlSeconds: env.UPLOAD_URL_TTL_SECONDS,
      resumeSeconds: env.UPLOAD_RESUME_SECONDS,
      retentionDays: env.UPLOAD_RETENTION_DAYS,
    },
    limitsByOrganisation: env.UPLOAD_LIMITS,
    keepFailedHours: env.UPLOAD_KEEP_FAILED_HOURS,
    s3: toS3(env),
  };
}

function toS3(env: UploadEnv): S3Settings | undefined {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!env.S3_BUCKET) return undefined;
  return {
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    pathStyle: env.S3_PATH_STYLE,
    prefix: env.S3_PREFIX,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}
