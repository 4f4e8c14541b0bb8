import type { Environment } from './environment.schema.js';
import type { UploadLimits } from './upload-limits.js';

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
export function uploadProblems(env: Environment): string[] {
  const problems: string[] = [];
  if (Boolean(env.S3_ACCESS_KEY_ID) !== Boolean(env.S3_SECRET_ACCESS_KEY))
    problems.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: set both or neither');
  if (!env.S3_BUCKET && (env.S3_ENDPOINT || env.S3_ACCESS_KEY_ID))
    problems.push('S3_BUCKET: must be set if S3_ENDPOINT or S3_ACCESS_KEY_ID is set');
  return problems;
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
