import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { codeOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { describeFileError, writeProbe } from '../../runtime/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

// The largest video is 4 GB, and is stored here until TikTok has it.
const WANTED_BYTES = 5_000_000_000;

/** Checks that the staging folder is writable and has free space. */
@Injectable()
export class StagingFolderCheck extends Check {
  readonly name = 'staging_folder';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    if (this.config.uploads.s3) return ok('Uploads are stored in the bucket, not in DATA_DIR/uploads.');
    const folder = path.join(this.config.dataDir, 'uploads');
    try {
      await writeProbe(folder);
      const { bavail, bsize } = await statfs(folder);
      return stagingVerdict({ freeBytes: bavail * bsize });
    } catch (error) {
      return stagingVerdict({ failure: describeFileError(codeOf(error)) });
    }
  }
}

export function stagingVerdict(found: { freeBytes: number } | { failure: string }): Verdict {
  if ('failure' in found) {
    return problem(
      `DATA_DIR/uploads is not writable (${found.failure}): uploads fail.`,
      "Make the folder writable for the service's user, free some space, or set DATA_DIR to another folder.",
    );
  }
  const gigabytes = (found.freeBytes / 1e9).toFixed(1);
  if (found.freeBytes < WANTED_BYTES) {
    return warning(
      `DATA_DIR/uploads has ${gigabytes} GB free; the largest video is 4 GB.`,
      'Free some space, or lower UPLOAD_RETENTION_DAYS or MAX_UPLOAD_BYTES.',
    );
  }
  return ok(`DATA_DIR/uploads is writable and has ${gigabytes} GB free.`);
}
