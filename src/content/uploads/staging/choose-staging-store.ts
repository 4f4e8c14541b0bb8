import path from 'node:path';
import type { AppConfig } from '../../../config/index.js';
import type { StagingStore } from './staging-store.js';
import { LocalStagingStore } from './local-staging-store.js';

/** Uses the S3 bucket if one is configured, otherwise the data folder. */
export async function stagingStore({ uploads, dataDir }: AppConfig): Promise<StagingStore> {
  if (!uploads.s3) return new LocalStagingStore(path.join(dataDir, 'uploads'));
  // The SDK has 600 files, which would delay every start.
  const { S3StagingStore } = await import('./s3-staging-store.js');
  return new S3StagingStore(uploads.s3);
}
