import { Injectable } from '@nestjs/common';
import { TryLaterError } from '../../jobs/index.js';
import { PostingApi, type CreatorInfo, type PrivacyLevel } from '../../tiktok/index.js';
import type { Publication } from '../post/publication.entity.js';
import { creatorFacts, type CreatorAnswer } from '../rules/creator-facts.js';
import { PostChecks } from './post-checks.js';
import { describeProblems, type PostProblem } from '../rules/post-problem.js';
import { PostRefusedError } from '../post/post-refused.error.js';

/** What the creator allows now, and the privacy level that was found among it. */
export interface CheckedCreator {
  info: CreatorInfo;
  privacyLevel: PrivacyLevel;
}

/** Right before a post begins: TikTok's rules once more, with what the creator allows now. */
@Injectable()
export class CreatorRules {
  constructor(
    private readonly posting: PostingApi,
    private readonly checks: PostChecks,
  ) {}

  /**
   * For direct posts through the open API: TikTok wants to be asked afresh before each.
   * @throws PostRefusedError, TryLaterError, or what `creatorInfo` was refused with
   */
  async check(publication: Publication, credentialId: string): Promise<CheckedCreator> {
    const info = await this.posting.creatorInfo(credentialId);
    await this.assertAllowed(publication, info);
    const { privacyLevel } = publication;
    if (!privacyLevel) throw new PostRefusedError({ code: 'privacy_level_missing' });
    return { info, privacyLevel };
  }

  /**
   * @param answer what the creator allows now, of either family; without it, as for drafts, nobody has to be asked
   * @throws PostRefusedError naming each file, rule and value; TryLaterError for an answer that says too little
   */
  async assertAllowed(publication: Publication, answer?: CreatorAnswer): Promise<void> {
    const creator = answer && creatorFacts(answer);
    if (answer && !creator)
      throw new TryLaterError('TikTok answered what the creator allows without privacy levels');
    const { problems } = await this.checks.findingsOf(publication, creator);
    const [first] = problems;
    if (first) throw refusal(first, problems);
  }
}

/** One code stands for all; the sentence holds each of them. */
function refusal({ rule }: PostProblem, problems: PostProblem[]): PostRefusedError {
  return new PostRefusedError({ code: rule, message: describeProblems(problems) });
}
