import { Injectable } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { StagingProbe } from '../../content/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

/** Checks that a configured bucket can be written, read and cleared. */
@Injectable()
export class StagingBucketCheck extends Check {
  readonly name = 'staging_bucket';

  constructor(
    private readonly config: AppConfig,
    private readonly staging: StagingProbe,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const bucket = this.config.uploads.s3?.bucket;
    if (bucket === undefined) return bucketVerdict(undefined);
    const failure = await this.staging.probe().then(() => undefined, messageOf);
    return bucketVerdict({ bucket, failure });
  }
}

/** @param found undefined if no bucket is configured */
export function bucketVerdict(found: { bucket: string; failure?: string | undefined } | undefined): Verdict {
  if (!found) return ok('No S3_BUCKET: uploads are stored in DATA_DIR/uploads.');
  if (found.failure === undefined)
    return ok(`The bucket ${found.bucket} is writable and readable, and objects can be deleted.`);
  return problem(
    `The bucket ${found.bucket} is not usable (${found.failure}): uploads fail.`,
    'Check S3_ENDPOINT, S3_REGION, the credentials and their permission to put, get, list and delete objects.',
  );
}
