import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/index.js';
import { PublicationMedia } from '../../src/content/post/publication-media.entity.js';
import { Publication } from '../../src/content/post/publication.entity.js';
import { TransferJournal } from '../../src/content/publishing/transfer-journal.js';
import { insertRows, type OrganisationRows } from '../support/rows.js';
import { useServiceDatabase } from '../support/service-database.js';

const service = useServiceDatabase({ entities: [Publication, PublicationMedia] });

let rows: OrganisationRows;
let publishId: string;
beforeEach(async () => {
  rows = await insertRows(service().database);
  publishId = `v_pub_file~${randomUUID()}`;
});

interface Row {
  status: string;
  tiktok_publish_id: string | null;
  init_sent_at: Date | null;
  uploaded_bytes: string;
  last_chunk_sent_at: Date | null;
  due_at: Date | null;
}

async function stands(status: string, tiktokPublishId: string | null): Promise<void> {
  await service().database.query(
    `UPDATE publications SET status = $2, tiktok_publish_id = $3, init_sent_at = now() WHERE id = $1`,
    [rows.publicationId, status, tiktokPublishId],
  );
}

async function row(): Promise<Row | undefined> {
  const [found] = await service().database.query<Row>('SELECT * FROM publications WHERE id = $1', [
    rows.publicationId,
  ]);
  return found;
}

/** Writes a step as a process that read the publication earlier. */
async function write(
  tiktokPublishId: string | null,
  step: (journal: TransferJournal, seen: Publication) => unknown,
) {
  const journal = new TransferJournal(service().orgContext, new Clock());
  const seen = {
    id: rows.publicationId,
    tiktokPublishId,
    planStep: 0,
    formerPublishIds: [] as string[],
    media: [{ sizeBytes: 1000 }],
  } as Publication;
  await service().orgContext.run(rows.organisationId, 'test', async () => await step(journal, seen));
}

describe('the answer to init', () => {
  it.each<[string, (journal: TransferJournal) => Promise<void>]>([
    ['of a pull', (journal) => journal.pullStarted(rows.publicationId, publishId)],
    [
      'of an upload',
      (journal) => journal.uploadStarted(rows.publicationId, publishId, 'x', { chunkSize: 5, chunkCount: 1 }),
    ],
  ])('%s keeps its publish id if the outcome is already unknown', async (_, step) => {
    await stands('unknown', null);

    await write(null, step);

    expect(await row()).toMatchObject({
      status: 'unknown',
      tiktok_publish_id: publishId,
      due_at: expect.any(Date),
    });
  });

  it('does not clear init of a post that has ended in the meantime', async () => {
    await stands('unknown', null);

    await write(null, (journal, seen) => journal.initNotDone(seen));

    expect(await row()).toMatchObject({ status: 'unknown', init_sent_at: expect.any(Date) });
  });
});

describe('a process that was suspended while its upload was restarted', () => {
  it.each<[string, (journal: TransferJournal, seen: Publication) => Promise<unknown>]>([
    ['has everything', (journal, seen) => journal.transferred(seen)],
    ['may have everything', (journal, seen) => journal.maybeTransferred(seen)],
    ['has some bytes', (journal, seen) => journal.progress(seen, 500)],
    ['is about to get the last chunk', (journal, seen) => journal.lastChunkSent(seen)],
    ['let it expire', (journal, seen) => journal.restartUpload(seen)],
  ])('does not change the new upload: TikTok %s', async (_, step) => {
    await stands('publishing', publishId);
    const before = await row();

    await write('v_pub_file~given-up', step);

    expect(await row()).toEqual(before);
  });
});
