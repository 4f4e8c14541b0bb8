import { includesRole, type Role } from '../auth/index.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A call, and what its route's decorators say. */
interface Call {
  method: string;
  role: Role;
  /** A POST that uses the method only to send a body. */
  onlyReads: boolean;
  /** By `@Audited` or `@Unaudited`; undefined without either. */
  audited: boolean | undefined;
}

/** True if the audit trail records the call. A new route needs nothing for that: every change by an admin is recorded. */
export function isAudited({ method, role, onlyReads, audited }: Call): boolean {
  if (READS.has(method) || onlyReads) return false;
  return audited ?? includesRole(role, 'admin');
}
