import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import { PublicationReader } from '../post/publication-reader.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import { QuotaPlan } from '../quotas/quota-plan.js';
import type { CheckedPost } from '../rules/checked-post.js';
import { creatorProblem } from '../rules/creator-refusals.js';
import { consentFor, disclosureLabel } from '../rules/disclosure.js';
import { PostChecks } from '../publishing/post-checks.js';
import type { PostFindings } from '../rules/post-findings.js';
import type { CreatorRefusal } from '../rules/rule-codes.js';
import { VerifiedUrls } from '../uploads/pulls/verified-urls.js';
import { UploadRules } from '../uploads/upload-rules.js';
import { CreatorAsker } from './creator-asker.js';
import { addressProblems } from './declared-addresses.js';
import { declaredPost } from './declared-post.js';
import { uploadProblems } from './declared-uploads.js';
import type { ValidatePublicationDto } from './dto/validate-publication.dto.js';
import type { ValidationAnswer } from './dto/validation-answer.view.js';

const OF_LIMITS: ReadonlySet<CreatorRefusal> = new Set([
  'spam_risk_too_many_posts',
  'reached_active_user_cap',
]);

/** Says beforehand what would stand against a post. Begins nothing, and changes nothing. */
@Injectable()
export class ValidationService {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly publications: PublicationReader,
    private readonly routes: RoutingPolicy,
    private readonly creators: CreatorAsker,
    private readonly checks: PostChecks,
    private readonly quotas: QuotaPlan,
    private readonly verified: VerifiedUrls,
    private readonly uploads: UploadRules,
  ) {}

  /** @throws NotFoundError, ConflictError when the account cannot post at all, or why TikTok did not say */
  async validate(dto: ValidatePublicationDto): Promise<ValidationAnswer> {
    const [integration, post] = dto.publishId
      ? await this.stored(dto.publishId, dto)
      : await this.declared(dto);
    await this.integrations.assertCan(integration.id, post.mode === 'draft' ? 'draft' : 'publish_private');
    const foreseen = await this.quotas.foresee(integration, post.kind, post.mode);
    const addresses = addressProblems(dto, (url) => this.verified.check(url));
    const found = await this.findings(post, integration, foreseen.goesAt !== null);
    const maxBytes = this.uploads.maxBytes(integration.organisationId, post.kind);
    const problems = [...addresses, ...found.problems, ...uploadProblems(dto, post, maxBytes)];
    const label = disclosureLabel(post.options);
    return {
      ok: problems.length === 0,
      problems,
      warnings: found.warnings,
      labels: label && post.mode === 'direct' ? [label] : [],
      consent: consentFor(post.options),
      ...foreseen,
    };
  }

  private async stored(
    publishId: string,
    dto: ValidatePublicationDto,
  ): Promise<[IntegrationRef, CheckedPost]> {
    assertAlone(dto);
    const publication = await this.publications.get(publishId);
    return [await this.integrations.get(publication.integrationId), await this.checks.stored(publication)];
  }

  private async declared(dto: ValidatePublicationDto): Promise<[IntegrationRef, CheckedPost]> {
    const integration = await this.integrations.resolve(dto.integrationId);
    const post = declaredPost(dto);
    return [integration, { ...post, route: await this.routes.likely(integration.id, post) }];
  }

  /** Of a draft the creator decides everything in the app: nobody has to be asked. */
  private async findings(
    post: CheckedPost,
    integration: IntegrationRef,
    waits: boolean,
  ): Promise<PostFindings> {
    if (post.mode === 'draft') return this.checks.findings(post);
    const state = await this.creators.ask(integration, post.route);
    if (state.mayPost) return this.checks.findings(post, state.creator);
    const { problems, warnings } = this.checks.findings(post);
    const said = creatorProblem(state.refusal);
    // It is not refused: it waits until the limit has room again.
    if (waits && OF_LIMITS.has(state.refusal)) return { problems, warnings: [said, ...warnings] };
    return { problems: [said, ...problems], warnings };
  }
}

/** Fields beside a publishId would be believed to count. */
function assertAlone({ publishId: _publishId, ...others }: ValidatePublicationDto): void {
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  throw new InvalidInputError(
    'A publication that was begun has its fields already.',
    given.map(([field]) => ({ field, message: 'must be left out beside publishId' })),
  );
}
