import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { codeOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { fileTrouble, writeProbe } from '../../runtime/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

// The largest video is 4 GB, and it lies here until TikTok has it.
const WANTED_BYTES = 5_000_000_000;

/** Where videos wait for TikTok can be written and has room. */
@Injectable()
export class StagingFolderCheck extends Check {
  readonly name = 'staging_folder';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    if (this.config.uploads.s3) return ok('Videos wait in the bucket, not in DATA_DIR/uploads.');
    const folder = path.join(this.config.dataDir, 'uploads');
    try {
      await writeProbe(folder);
      const { bavail, bsize } = await statfs(folder);
      return stagingVerdict({ freeBytes: bavail * bsize });
    } catch (error) {
      return stagingVerdict({ failure: fileTrouble(codeOf(error)) });
    }
  }
}

export function stagingVerdict(found: { freeBytes: number } | { failure: string }): Verdict {
  if ('failure' in found) {
    return problem(
      `DATA_DIR/uploads cannot be written (${found.failure}): no video can be taken.`,
      'Give the folder to the user that runs the service, free space, or set DATA_DIR to another folder.',
    );
  }
  const gigabytes = (found.freeBytes / 1e9).toFixed(1);
  if (found.freeBytes < WANTED_BYTES) {
    return warning(
      `DATA_DIR/uploads has ${gigabytes} GB left; the largest video has 4 GB.`,
      'Free space, or lower UPLOAD_RETENTION_DAYS or MAX_UPLOAD_BYTES.',
    );
  }
  return ok(`DATA_DIR/uploads can be written and has ${gigabytes} GB left.`);
}
