import type { Role } from '../../auth/index.js';
import type { AdminAction } from '../admin-action.entity.js';

/** The user who acted. */
export class ActorView {
  /** The `sub` of the token. */
  id: string;

  /** The `name` of the token; null if it has none. */
  name: string | null;
}

/** An object that the call names in its path. */
export class AuditTargetView {
  /**
   * The name of the path parameter.
   * @example integrationId
   */
  parameter: string;

  /** The id of the object. A contact has a hash instead, because it may be erased. */
  id: string;
}

export class AdminActionView {
  /** @format uuid */
  id: string;

  /**
   * The operation id of the call in the OpenAPI document.
   * @example disconnectIntegration
   */
  action: string;

  actor: ActorView;

  /** The role of the user at that time; null for a finished consent, which the user gives at TikTok. */
  role: Role | null;

  /** Empty if the path names no object. */
  targets: AuditTargetView[];

  at: Date;

  /**
   * The HTTP status of the answer. Null while the call is running, and if the service ended before it answered: then look
   * at the object.
   * @asType integer
   * @example 200
   */
  status: number | null;

  /** The `requestId` of the answer; null for a finished consent. */
  requestId: string | null;
}

export function toAdminActionView(row: AdminAction): AdminActionView {
  const { id, action, actorId, actorName, role, targets, at, status, requestId } = row;
  return { id, action, actor: { id: actorId, name: actorName }, role, targets, at, status, requestId };
}
