import { chosen, dayOf, textOf } from './search-values.js';

/** Which entries of the audit trail the list shows. */
export interface AuditFilter {
  /** An operation id. */
  action?: string;
  /** The id of a user. */
  actor?: string;
  /** The id of an object. */
  target?: string;
  /** A day of UTC. */
  from?: string;
  to?: string;
}

export function readAuditFilter(search: Record<string, unknown>): AuditFilter {
  return chosen({
    action: textOf(search['action']),
    actor: textOf(search['actor']),
    target: textOf(search['target']),
    from: dayOf(search['from']),
    to: dayOf(search['to']),
  });
}
