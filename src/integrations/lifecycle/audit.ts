import type { EntityManager } from 'typeorm';
import { newId } from '../../common/index.js';
import type { Integration } from '../integration/integration.entity.js';

/** The actor of what no user did. */
export const SYSTEM = 'system';

/** Writes the line that stays when the data is deleted. It contains no TikTok data. @param actor id of one of our users */
export async function audit(
  em: EntityManager,
  { id, organisationId }: Pick<Integration, 'id' | 'organisationId'>,
  action: 'integration_purged' | 'data_deletion_requested' | 'data_deleted',
  actor: string,
): Promise<void> {
  await em.query(
    `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
     VALUES ($1, $2, $3, 'integration', $4, $5)`,
    [newId(), organisationId, action, id, actor],
  );
}
