import type { EntityManager } from 'typeorm';
import { newId } from '../../common/index.js';
import type { Integration } from '../integration/integration.entity.js';

/** Who did it when no person did. */
export const SYSTEM = 'system';

/** Writes the line that stays when the data goes. It names nothing of TikTok's. @param actor the id of a user of ours */
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
