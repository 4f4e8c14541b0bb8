// Publications: from the upload to us until TikTok shows the post. Must never send a post twice.
export { ContentModule } from './content.module.js';
export { StagingProbe } from './uploads/staging/staging-probe.js';
export { PullUrls } from './uploads/pulls/pull-urls.js';
export { VerifiedUrls } from './uploads/pulls/verified-urls.js';
export { PostOwners } from './post/post-owners.js';
export { PublicationWebhook } from './publishing/publication.webhook.js';
