// Authentication and authorisation: JWT, orgid, roles, and the decorators of rate limits. Must never fall back to an
// organisation that the token does not name.
export { AuthModule } from './auth.module.js';
export { includes as includesRole, ROLES, type Role } from './caller.js';
export { commandToken, type CommandToken } from './command-token.js';
export {
  AT_MOST,
  MaxPerMinute,
  Limited,
  LIMIT_KIND,
  ONLY_READS,
  OnlyReads,
  type LimitKind,
} from './rate-limit.decorators.js';
export {
  CallerRole,
  NEEDED_ROLE_OPERATION,
  NeedsRole,
  Public,
  PUBLIC_OPERATION,
  TokenExpiry,
  UserId,
  type AuthenticatedRequest,
} from './decorators.js';
export { ExpiredTokenError } from './expired-token.error.js';
export { developmentToken } from './development-token.js';
