import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import type { ChangeState } from './ad-change.entity.js';

/** What became of the create of a step, by its last attempt. */
export interface LaunchCreate {
  /** Without the number of the attempt. */
  stepKey: string;
  state: ChangeState;
  objectId: string | null;
  adopted: boolean;
}

const LAST_CREATES = `
  SELECT DISTINCT ON (1) split_part(step_key, '@', 1) AS "stepKey", state, object_id AS "objectId", adopted
  FROM ad_changes WHERE launch_id = $1 AND action = 'create' AND step_key IS NOT NULL
  ORDER BY 1, id DESC`;

/** Reads which objects the launch has by the journal, which settlements correct after the launch has ended. */
export function launchCreates(em: EntityManager, launchId: string): Promise<LaunchCreate[]> {
  return queryRows<LaunchCreate>(em, LAST_CREATES, [launchId]);
}
