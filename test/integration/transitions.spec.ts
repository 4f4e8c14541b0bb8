import { beforeEach, describe, expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { PublicationMedia } from '../../src/content/post/publication-media.entity.js';
import { Publication, PUBLICATION_STATUSES } from '../../src/content/post/publication.entity.js';
import {
  apply,
  reported,
  TRANSITIONS,
  type Transition,
  type Values,
} from '../../src/content/post/transitions.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';
import { useServiceDatabase } from '../support/service-database.js';

const service = useServiceDatabase({ entities: [Publication, PublicationMedia] });
const REPORTS = PUBLICATION_STATUSES.map((status): [string, Transition] => [
  `reported ${status}`,
  reported(status),
]).filter(([, { from }]) => from.length > 0);
const ALL: [string, Transition][] = [...Object.entries(TRANSITIONS), ...REPORTS];

let rows: OrganisationRows;
beforeEach(async () => {
  rows = await insertRows(service().database);
});

/** Every column that a transition may clear has a value. */
async function stands(status: string, initSent: boolean): Promise<void> {
  await service().database.query(
    `UPDATE publications SET status = $2, init_sent_at = CASE WHEN $3 THEN now() END, publish_at = now(), time_zone = 'UTC',
       waits_for = 'publish_at', goes_at = now(), consented_at = now(), consented_by = 'x', due_at = now(), fail_code = 'x',
       fail_reason = 'x', upload_url = 'x', tiktok_publish_id = 'x', chunk_size = 1, uploaded_bytes = 1, polls = 1,
       keep_files_until = now(), last_chunk_sent_at = now(), transferred_at = now()
     WHERE id = $1`,
    [rows.publicationId, status, initSent],
  );
}

async function move(transition: Transition, where = {}, values: Values = {}): Promise<string[]> {
  return await service().orgContext.run(rows.organisationId, 'test', () =>
    service().orgContext.transaction((em) =>
      apply(em, transition, { id: rows.publicationId, ...where }, values),
    ),
  );
}

async function row(): Promise<Publication> {
  return await service().orgContext.run(rows.organisationId, 'test', () =>
    service().orgContext.transaction((em) =>
      em.getRepository(Publication).findOneByOrFail({ id: rows.publicationId }),
    ),
  );
}

describe.each(ALL)('%s', (_, transition) => {
  it('moves a publication from its statuses only, and clears its columns only', async () => {
    for (const status of PUBLICATION_STATUSES) {
      await stands(status, !transition.beforeInit);
      const before = await row();

      const moved = await move(transition);

      const isLegal = transition.from.includes(status);
      expect(moved).toEqual(isLegal ? [rows.publicationId] : []);
      const cleared = Object.fromEntries(
        (transition.clears ?? []).map((name) => [
          name,
          name === 'polls' || name === 'uploadedBytes' ? 0 : null,
        ]),
      );
      const { updatedAt: _now, ...after } = await row();
      const { updatedAt: _then, ...unchanged } = before;
      expect(after).toEqual(isLegal ? { ...unchanged, ...cleared, status: transition.to } : unchanged);
    }
  });
});

it.each(ALL.filter(([, { beforeInit }]) => beforeInit))(
  '%s moves nothing once init was sent',
  async (_, transition) => {
    for (const status of PUBLICATION_STATUSES) {
      await stands(status, true);

      expect(await move(transition)).toEqual([]);
    }
  },
);

it('a writer’s own condition narrows a transition', async () => {
  await stands('ready', false);

  expect(await move(TRANSITIONS.cancel, { status: 'scheduled' })).toEqual([]);
  expect(await move(TRANSITIONS.cancel, { tiktokPublishId: IsNull() })).toEqual([]);
  expect(await move(TRANSITIONS.cancel, { status: 'ready', tiktokPublishId: 'x' })).toHaveLength(1);
});

it('of two writers at once the first wins', async () => {
  await stands('publishing', false);

  const moved = await Promise.all([
    move(TRANSITIONS.noteInit, {}, { initSentAt: new Date() }),
    move(TRANSITIONS.cancel),
  ]);

  expect(moved.flat()).toEqual([rows.publicationId]);
});
