import type { World } from '../world.js';
import { resumePost } from './accounts/post-lifecycle.js';
import { awaitScheduledBudgets } from './ads/scheduled-budget.js';
import { awaitMatching } from './audiences/matching.js';
import { awaitEndOfCode } from './spark/code-lifetime.js';
import { awaitReview } from './ads/review.js';

/** Takes up what was under way when the world was saved. */
export function resumeBusiness(world: World): void {
  const { tables } = world.business;
  for (const ad of tables.ads.all()) if (ad.reviewEndsAt !== null) awaitReview(world, ad, ad.reviewEndsAt);
  for (const audience of tables.audiences.all())
    if (audience.matchEndsAt !== null) awaitMatching(world, audience, audience.matchEndsAt);
  for (const { id } of tables.advertisers.all()) awaitScheduledBudgets(world, id);
  for (const post of tables.boundPosts.all()) awaitEndOfCode(world, post);
  for (const post of tables.posts.all()) resumePost(world, post);
}
