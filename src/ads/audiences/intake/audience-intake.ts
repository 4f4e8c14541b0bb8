import { Injectable } from '@nestjs/common';
import { ConflictError, InvalidInputError, newId } from '../../../common/index.js';
import { isCut } from '../../../content/index.js';
import { Jobs } from '../../../jobs/index.js';
import { assertAllowed, AudienceStore } from '../audience-store.js';
import type { AudienceUpload, FileAction } from '../audience-upload.entity.js';
import { toReportView, toUploadView } from '../audience-views.js';
import type { Audience } from '../audience.entity.js';
import type { AudienceFileQuery } from '../dto/audience-file.query.js';
import type { AudienceFileAnswer } from '../dto/audience.view.js';
import { hashStream } from '../pipeline/hash-stream.js';
import type { QualityReport } from '../pipeline/quality-report.js';
import { HashedFiles } from '../staging/hashed-files.js';
import type { PartWriter } from '../staging/part-writer.js';
import { fileOptions } from './file-options.js';
import { assertUsable } from './usable-file.js';

/** Takes in files of identifiers: hashes them while they arrive, stages the hashes, and plans their way to TikTok. */
@Injectable()
export class AudienceIntake {
  constructor(
    private readonly store: AudienceStore,
    private readonly files: HashedFiles,
    private readonly jobs: Jobs,
  ) {}

  async receive(
    audience: Audience,
    action: FileAction,
    query: AudienceFileQuery,
    source: AsyncIterable<Buffer>,
    userId: string,
  ): Promise<AudienceFileAnswer> {
    try {
      assertTakesFiles(audience, action);
      const options = fileOptions(audience, query);
      if (query.dryRun)
        return { report: toReportView(await hashStream(source, options, NOWHERE)), upload: null };
      assertAllowed(action, await this.store.allowance(audience.id));
      const id = newId();
      const upload = await this.files.write(id, async (writer) => {
        const report = await hashStream(source, options, writer);
        assertUsable(report, audience.kind);
        return await this.plan(audience, { id, action, createdBy: userId }, report, writer);
      });
      await this.jobs.wake('audience', id);
      return { report: toReportView(upload.report ?? emptyReport()), upload: toUploadView(upload) };
    } catch (error) {
      throw isCut(error) ? cut() : error;
    }
  }

  private async plan(
    audience: Audience,
    given: Pick<AudienceUpload, 'id' | 'action' | 'createdBy'>,
    report: QualityReport,
    writer: PartWriter,
  ): Promise<AudienceUpload> {
    const parts = [...(await writer.finish())];
    return await this.store.plan(audience, { ...given, report, kinds: [...writer.kinds], parts });
  }
}

/** A dry run keeps nothing. */
const NOWHERE = { begin: () => {}, write: () => Promise.resolve() };

function assertTakesFiles({ kind, deletedAt, tiktokId }: Audience, action: FileAction): void {
  if (deletedAt !== null)
    throw new ConflictError('audience_deleted', 'The audience was deleted. Create a new one.');
  if (kind === 'lookalike')
    throw new ConflictError(
      'audience_is_lookalike',
      'TikTok makes the members of a lookalike audience. Append files to its source instead.',
    );
  if (kind === 'segment' && action === 'replace')
    throw new ConflictError(
      'audience_is_segment',
      'A segment cannot be replaced. Remove the customers that have left, and append the new ones.',
    );
  if (tiktokId === null && action === 'remove')
    throw new ConflictError(
      'audience_is_empty',
      'The audience is empty, so there is nothing to remove. Append a file first.',
    );
}

function cut(): InvalidInputError {
  const message =
    'The connection closed before the whole file had arrived. Nothing was kept; send the file again.';
  return new InvalidInputError(message, [{ field: 'file', message }], 'upload_cut');
}

function emptyReport(): never {
  throw new Error('a planned upload without a report');
}
