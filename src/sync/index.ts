// Engagement: the sync runs that fetch it, and the social activity store that keeps it. Must never fail a run because of
// one bad video.
export { SocialActivity } from './activity/social-activity.js';
export { FigureRefresh } from './figure-refresh.js';
export { SyncService } from './sync.service.js';
export { SyncModule } from './sync.module.js';
export { VideoEvents } from './video-events.js';
