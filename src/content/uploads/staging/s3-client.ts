import { S3Client } from '@aws-sdk/client-s3';
import { silenceAwsNodeAnnouncement, type S3Settings } from '../../../config/index.js';

// A store that does not respond must not block a transfer forever. The SDK tries each call three times.
const CONNECTION_TIMEOUT_MS = 5_000;
const SILENCE_TIMEOUT_MS = 60_000;

export function s3Client({ region, endpoint, pathStyle, credentials }: S3Settings): S3Client {
  silenceAwsNodeAnnouncement();
  return new S3Client({
    region,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    forcePathStyle: pathStyle,
    // Many S3-compatible stores lack the newer checksums. We store the SHA-256 of the whole file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS },
  });
}
