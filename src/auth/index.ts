// Who may call, and what counts as a call: JWT, orgid, roles, marks of limits. Must never fall back to an organisation that the token does not name.
export { AuthModule } from './auth.module.js';
export { includes as includesRole, ROLES, type Role } from './caller.js';
export { commandToken, type CommandToken } from './command-token.js';
export {
  AT_MOST,
  AtMost,
  Limited,
  LIMIT_KIND,
  ONLY_READS,
  OnlyReads,
  type LimitKind,
} from './call-limits.decorators.js';
export {
  CallerRole,
  NEEDED_ROLE_OPERATION,
  NeedsRole,
  Public,
  PUBLIC_OPERATION,
  TokenEnd,
  UserId,
  type AuthenticatedRequest,
} from './decorators.js';
export { ExpiredTokenError } from './expired-token.error.js';
export { developmentToken } from './development-token.js';
