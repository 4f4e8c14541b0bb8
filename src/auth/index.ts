// Who may call: JWT, orgid, roles. Must never fall back to an organisation that the token does not name.
export { AuthModule } from './auth.module.js';
export { includes as includesRole, ROLES, type Role } from './caller.js';
export { commandToken, type CommandToken } from './command-token.js';
export { CallerRole, NeedsRole, Public, PUBLIC_OPERATION, UserId } from './decorators.js';
export { developmentToken } from './development-token.js';
