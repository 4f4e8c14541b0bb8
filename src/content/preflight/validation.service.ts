import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { IntegrationsService, type LoadedIntegration } from '../../integrations/index.js';
import { PublicationReader } from '../post/publication-reader.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import { QuotaPlan } from '../quotas/quota-plan.js';
import type { CheckedPost } from '../rules/checked-post.js';
import { creatorProblem } from '../rules/creator-refusals.js';
import { consentFor, disclosureLabel } from '../rules/disclosure.js';
import { PostChecks } from '../publishing/post-checks.js';
import type { PostFindings } from '../rules/post-findings.js';
import { toProblemViews } from '../rules/post-problem.view.js';
import type { CreatorRefusal } from '../rules/rule-codes.js';
import { VerifiedUrls } from '../uploads/pulls/verified-urls.js';
import { UploadRules } from '../uploads/upload-rules.js';
import { CreatorInfoClient } from './creator-info.client.js';
import { draftFromForm } from './draft-from-form.js';
import { uploadProblems, urlProblems } from './form-problems.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';
import type { ValidationAnswer } from './dto/validation-answer.view.js';

const QUOTA_REFUSALS: ReadonlySet<CreatorRefusal> = new Set([
  'spam_risk_too_many_posts',
  'reached_active_user_cap',
]);

/** Validates a post without creating or changing anything. */
@Injectable()
export class ValidationService {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly publications: PublicationReader,
    private readonly routes: RoutingPolicy,
    private readonly creators: CreatorInfoClient,
    private readonly checks: PostChecks,
    private readonly quotas: QuotaPlan,
    private readonly verified: VerifiedUrls,
    private readonly uploads: UploadRules,
  ) {}

  /** @throws NotFoundError, ConflictError when the account cannot post, or UnavailableError when TikTok does not answer */
  async validate(dto: ValidatePublicationDto): Promise<ValidationAnswer> {
    const [integration, post] = dto.publishId
      ? await this.stored(dto.publishId, dto)
      : await this.fromForm(dto);
    integration.assertCan(post.mode === 'draft' ? 'draft' : 'publish_private');
    const forecast = await this.quotas.forecast(integration, post.mode);
    const urls = urlProblems(dto, (url) => this.verified.check(url));
    const found = await this.findings(post, integration, forecast.goesAt !== null);
    const maxBytes = this.uploads.maxBytes(integration.organisationId, post.kind);
    const problems = [...urls, ...found.problems, ...uploadProblems(dto, post, maxBytes)];
    const label = disclosureLabel(post.options);
    return {
      ok: problems.length === 0,
      problems: toProblemViews(problems),
      warnings: toProblemViews(found.warnings),
      labels: label && post.mode === 'direct' ? [label] : [],
      consent: consentFor(post.options),
      ...forecast,
    };
  }

  private async stored(
    publishId: string,
    dto: ValidatePublicationDto,
  ): Promise<[LoadedIntegration, CheckedPost]> {
    assertAlone(dto);
    const publication = await this.publications.get(publishId);
    return [await this.integrations.load(publication.integrationId), await this.checks.stored(publication)];
  }

  private async fromForm(dto: ValidatePublicationDto): Promise<[LoadedIntegration, CheckedPost]> {
    const integration = await this.integrations.resolve(dto.integrationId);
    const post = draftFromForm(dto);
    return [integration, { ...post, route: await this.routes.likely(integration, post) }];
  }

  /** Skips TikTok's settings for drafts, where the creator chooses everything in the app. */
  private async findings(
    post: CheckedPost,
    integration: LoadedIntegration,
    waits: boolean,
  ): Promise<PostFindings> {
    if (post.mode === 'draft') return this.checks.findings(post);
    const state = await this.creators.get(integration, post.route);
    if (state.canPost) return this.checks.findings(post, state.creator);
    const { problems, warnings } = this.checks.findings(post);
    const refusal = creatorProblem(state.refusal);
    // Reaching a limit only delays the post.
    if (waits && QUOTA_REFUSALS.has(state.refusal)) return { problems, warnings: [refusal, ...warnings] };
    return { problems: [refusal, ...problems], warnings };
  }
}

/** Rejects other fields beside publishId, which would be ignored. */
function assertAlone({ publishId: _publishId, ...others }: ValidatePublicationDto): void {
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  throw new InvalidInputError(
    'publishId cannot be combined with other fields.',
    given.map(([field]) => ({ field, message: 'must be omitted when publishId is set' })),
  );
}
