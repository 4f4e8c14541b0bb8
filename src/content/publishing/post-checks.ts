import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { MissingFacts } from '../uploads/media/missing-facts.js';
import { PostRoutes } from '../post/post-routes.js';
import type { Publication } from '../post/publication.entity.js';
import { checkedPost, type CheckedPost, type CreatorFacts } from '../rules/checked-post.js';
import { findingsOf, type PostFindings } from '../rules/post-findings.js';
import { describeProblems, type PostProblem } from '../rules/post-problem.js';

/** Holds posts against TikTok's rules: when a person says that one is to go, and again right before it does. */
@Injectable()
export class PostChecks {
  constructor(
    private readonly config: AppConfig,
    private readonly routes: PostRoutes,
    private readonly missingFacts: MissingFacts,
  ) {}

  /** @param creator as TikTok has answered just now; without it only those rules speak that need none */
  findings(post: CheckedPost, creator?: CreatorFacts): PostFindings {
    const { audited } = this.config.tiktok;
    return findingsOf(post, { audited, ...(creator && { creator }) });
  }

  /** The same for one that is stored with its media. */
  async findingsOf(publication: Publication, creator?: CreatorFacts): Promise<PostFindings> {
    return this.findings(await this.stored(publication), creator);
  }

  /** A publication as the rules look at it. Until publishing has begun its route is the one that it would take now. */
  async stored(publication: Publication): Promise<CheckedPost> {
    await this.missingFacts.fill(publication);
    const route = publication.route ?? (await this.routes.likely(publication.integrationId, publication));
    return checkedPost(publication, route, publication.media);
  }

  /**
   * Nothing is asked of TikTok: a person waits.
   * @param publication with its media
   * @throws InvalidInputError with every rule that stands against the post
   */
  async assertPublishable(publication: Publication): Promise<void> {
    const { problems } = await this.findingsOf(publication);
    if (problems.length === 0) return;
    throw new InvalidInputError(describeProblems(problems), problems.map(asFieldError), 'post_breaks_rules');
  }
}

function asFieldError({ message, fix, ...rest }: PostProblem) {
  return { ...rest, message: `${message} ${fix}` };
}
