// The audit trail: which admin did what to which object, with the outcome. Must never store bodies or secrets.
export { AuditModule } from './audit.module.js';
export { Audited, Unaudited } from './audited.decorators.js';
export { AuditTrail } from './audit-trail.js';
