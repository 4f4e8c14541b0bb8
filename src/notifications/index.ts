// What an organisation's people must know: told once, kept in a list, sent on by e-mail and webhook, streamed live.
// Must never tell what has not been committed, nor carry anything secret.
export { AffectedWorkRegistry, type AffectedWork, type ConnectionPart } from './affected-work.js';
export { NotificationsModule } from './notifications.module.js';
export { Notifier, type NewNotification, type NotificationKind } from './notifier.js';
