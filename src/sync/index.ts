// Engagement: runs that fetch it and the social activity store that keeps it. Must never fail a run for one bad video.
export { SocialActivity } from './social-activity.js';
export { SyncModule } from './sync.module.js';
