import type { Environment } from './environment.schema.js';
import type { UploadLimits } from './upload-limits.js';

/** An S3-compatible bucket. */
export interface S3Settings {
  bucket: string;
  region: string;
  /** Undefined: AWS's own. */
  endpoint: string | undefined;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`. */
  pathStyle: boolean;
  /** Before each name; empty, or with a slash at its end. */
  prefix: string;
  /** Undefined: the AWS SDK looks for them in its usual places. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

export interface UploadSettings {
  limits: UploadLimits;
  /** What differs from the limits, by organisation. */
  limitsByOrganisation: ReadonlyMap<string, Partial<UploadLimits>>;
  /** How long the files of a failed post stay for another attempt; 0: not at all. */
  keepFailedHours: number;
  /** Undefined: the local disk. */
  s3: S3Settings | undefined;
}

/** What is wrong with these settings together, naming keys and never values. */
export function uploadComplaints(env: Environment): string[] {
  const complaints: string[] = [];
  if (Boolean(env.S3_ACCESS_KEY_ID) !== Boolean(env.S3_SECRET_ACCESS_KEY))
    complaints.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: set both or neither');
  if (!env.S3_BUCKET && (env.S3_ENDPOINT || env.S3_ACCESS_KEY_ID))
    complaints.push('S3_BUCKET: must be set when S3_ENDPOINT or S3_ACCESS_KEY_ID is');
  return complaints;
}

export function toUploadSettings(env: Environment): UploadSettings {
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

function toS3(env: Environment): S3Settings | undefined {
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
