import path from 'node:path';
import type { AppConfig } from '../../../config/index.js';
import type { StagingStore } from './staging-store.js';
import { LocalStagingStore } from './local-staging-store.js';
import { S3StagingStore } from './s3-staging-store.js';

/** Uses the S3 bucket if one is configured, otherwise the data folder. */
export function stagingStore({ uploads, dataDir }: AppConfig): StagingStore {
  return uploads.s3 ? new S3StagingStore(uploads.s3) : new LocalStagingStore(path.join(dataDir, 'uploads'));
}
