// Notifications of an organisation: reported once, listed, streamed, and sent by e-mail and webhook. Must never report
// anything uncommitted, or contain anything secret.
export { AffectedWorkRegistry, type AffectedWork, type ConnectionPart } from './affected-work.js';
export { NotificationsModule } from './notifications.module.js';
export { Notifier, type NewNotification, type NotificationKind } from './notifier.js';
export { OrganisationSignals } from './stream/organisation-signals.js';
export { OrganisationStreams } from './stream/organisation-streams.js';
export { lookBackFrom, StreamPosition } from './stream/stream-position.js';
export type { StreamItem } from './stream/stream-frames.js';
export { DeliveryFailedError } from './delivery/delivery-failed.error.js';
export { secondsUntilRetry } from './delivery/delivery-schedule.js';
export { postSigned } from './delivery/signed-post.js';
