import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { PostingApi, type CreatorInfo, type PrivacyLevel } from '../../tiktok/index.js';
import { PostRefusedError } from '../post/post-refused.error.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import type { Publication } from '../post/publication.entity.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import {
  checkedPost,
  creatorFacts,
  type CheckedPost,
  type CreatorAnswer,
  type CreatorFacts,
} from '../rules/checked-post.js';
import { findingsOf, type PostFindings } from '../rules/post-findings.js';
import { describeProblems, type PostProblem } from '../rules/post-problem.js';
import { MediaFactsReader } from '../uploads/media/media-facts-reader.js';

/** What the creator allows now, and the post's privacy level, which is among it. */
export interface CheckedCreator {
  info: CreatorInfo;
  privacyLevel: PrivacyLevel;
}

/** Checks posts against TikTok's rules: when a user publishes one, and again right before it is sent. */
@Injectable()
export class PostChecks {
  constructor(
    private readonly config: AppConfig,
    private readonly routing: RoutingPolicy,
    private readonly posting: PostingApi,
    private readonly facts: MediaFactsReader,
    private readonly orgContext: OrgContext,
  ) {}

  /** @param creator TikTok's current answer; without it, rules about the creator are skipped */
  findings(post: CheckedPost, creator?: CreatorFacts): PostFindings {
    const { audited } = this.config.tiktok;
    return findingsOf(post, { audited, ...(creator && { creator }) });
  }

  /** Prepares a stored publication for the rules. Until publishing begins, its route is the one it would take now. */
  async stored(publication: Publication): Promise<CheckedPost> {
    const unread = publication.media.filter(({ facts }) => facts === null);
    await Promise.all(unread.map((file) => this.readFacts(file)));
    const route = publication.route ?? (await this.routing.likely(publication.integrationId, publication));
    return checkedPost(publication, route, publication.media);
  }

  /**
   * Does not ask TikTok, because a user is waiting.
   * @param publication with its media
   * @throws InvalidInputError with every rule that the post breaks
   */
  async assertPublishable(publication: Publication): Promise<void> {
    const { problems } = this.findings(await this.stored(publication));
    if (problems.length === 0) return;
    throw new InvalidInputError(describeProblems(problems), problems.map(asFieldError), 'post_breaks_rules');
  }

  /**
   * Asks what the creator allows: TikTok requires it before each direct post through the open API.
   * @throws PostRefusedError, TryLaterError, or TikTok's refusal of the question
   */
  async checkCreator(publication: Publication, credentialId: string): Promise<CheckedCreator> {
    const info = await this.posting.creatorInfo(credentialId);
    await this.assertAllowed(publication, info);
    const { privacyLevel } = publication;
    if (!privacyLevel) throw new PostRefusedError({ code: 'privacy_level_missing' });
    return { info, privacyLevel };
  }

  /**
   * @param answer what the creator allows now, from either API; drafts need none
   * @throws PostRefusedError naming each file, rule and value; TryLaterError for an answer without privacy levels
   */
  async assertAllowed(publication: Publication, answer?: CreatorAnswer): Promise<void> {
    const creator = answer && creatorFacts(answer);
    if (answer && !creator) throw new TryLaterError('TikTok answered creator info without privacy levels');
    const { problems } = this.findings(await this.stored(publication), creator);
    const [first] = problems;
    // The first rule's code stands for all; the message lists each of them.
    if (first) throw new PostRefusedError({ code: first.rule, message: describeProblems(problems) });
  }

  /** Reads facts that could not be read when the file was uploaded, into the given row and the database. */
  private async readFacts(file: PublicationMedia): Promise<void> {
    const { id, stagedFile: name, sizeBytes, mediaType } = file;
    if (name === null || sizeBytes === null || mediaType === null) return;
    const facts = await this.facts.read({ name, sizeBytes, mediaType });
    if (facts === null) return;
    file.facts = facts;
    await this.orgContext.transaction((em) => em.getRepository(PublicationMedia).update({ id }, { facts }));
  }
}

function asFieldError({ message, fix, ...rest }: PostProblem) {
  return { ...rest, message: `${message} ${fix}` };
}
