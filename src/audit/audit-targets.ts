import { organisationHash } from '../common/index.js';

/** An object that a call names in its path. */
export interface AuditTarget {
  /** The name of the path parameter, e.g. `integrationId`. */
  parameter: string;
  id: string;
}

/** Parameters that identify a person: an erased person leaves no readable id. */
const OF_PERSONS: ReadonlySet<string> = new Set(['contactId']);
// Ids of this service and of TikTok. Anything else comes from a caller's mistake, and is not stored.
const ID = /^[\w.~:-]{1,128}$/;
const HASHED = 'sha256:';

/** Returns what the path names, without what cannot be an id. */
export function targetsOf(organisationId: string, params: Record<string, unknown>): AuditTarget[] {
  return Object.entries(params).flatMap(([parameter, id]) => {
    if (typeof id !== 'string' || !ID.test(id)) return [];
    return [{ parameter, id: OF_PERSONS.has(parameter) ? hashedTarget(organisationId, id) : id }];
  });
}

/** Returns how the id of a person is stored. Callers who know the id find it, and others cannot read it. */
export function hashedTarget(organisationId: string, id: string): string {
  return HASHED + organisationHash(organisationId, id);
}
