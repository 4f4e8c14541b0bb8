import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/index.js';
import { PublicationMedia } from '../../src/content/post/publication-media.entity.js';
import { Publication } from '../../src/content/post/publication.entity.js';
import { TransferJournal } from '../../src/content/publishing/transfer-journal.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';
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

/** What a process writes that read the publication as it was then. */
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

describe('The answer to init', () => {
  it.each<[string, (journal: TransferJournal) => Promise<void>]>([
    ['of a pull', (journal) => journal.pullBegun(rows.publicationId, publishId)],
    [
      'of an upload',
      (journal) => journal.uploadBegun(rows.publicationId, publishId, 'x', { chunkSize: 5, chunkCount: 1 }),
    ],
  ])(
    '%s that comes when nobody waits for it any more is how TikTok is asked for the post',
    async (_, step) => {
      await stands('unknown', null);

      await write(null, step);

      expect(await row()).toMatchObject({
        status: 'unknown',
        tiktok_publish_id: publishId,
        due_at: expect.any(Date),
      });
    },
  );

  it('that it did not happen takes nothing back from a post that has ended meanwhile', async () => {
    await stands('unknown', null);

    await write(null, (journal, seen) => journal.initNotDone(seen));

    expect(await row()).toMatchObject({ status: 'unknown', init_sent_at: expect.any(Date) });
  });
});

describe('A process that has slept while its upload was begun anew', () => {
  it.each<[string, (journal: TransferJournal, seen: Publication) => Promise<unknown>]>([
    ['has everything', (journal, seen) => journal.transferred(seen)],
    ['perhaps has everything', (journal, seen) => journal.perhapsTransferred(seen)],
    ['has some bytes', (journal, seen) => journal.progress(seen, 500)],
    ['is about to get the last chunk', (journal, seen) => journal.lastChunkSent(seen)],
    ['let it expire', (journal, seen) => journal.beginAnew(seen)],
  ])('and says that TikTok %s changes nothing of the new one', async (_, step) => {
    await stands('publishing', publishId);
    const before = await row();

    await write('v_pub_file~given-up', step);

    expect(await row()).toEqual(before);
  });
});
