import { S3Client } from '@aws-sdk/client-s3';
import { silenceAwsNodeAnnouncement, type S3Settings } from '../../../config/index.js';

// A store that does not answer must not hold a transfer for ever; each call is tried three times.
const CONNECTION_TIMEOUT_MS = 5_000;
const SILENCE_TIMEOUT_MS = 60_000;

export function s3Client({ region, endpoint, pathStyle, credentials }: S3Settings): S3Client {
  silenceAwsNodeAnnouncement();
  return new S3Client({
    region,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    forcePathStyle: pathStyle,
    // Newer checksums are unknown to many S3-compatible stores; sha256 of the whole is ours anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS },
  });
}
