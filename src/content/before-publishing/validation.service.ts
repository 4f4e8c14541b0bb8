import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import { PublicationsService } from '../publications/publications.service.js';
import { PostRoutes } from '../publishing/ways/post-routes.js';
import type { CheckedPost } from '../rules/checked-post.js';
import { creatorProblem } from '../rules/creator-refusals.js';
import { consentFor, disclosureLabel } from '../rules/disclosure.js';
import { PostChecks } from '../rules/post-checks.js';
import type { PostFindings } from '../rules/post-findings.js';
import { CreatorAsker } from './creator-asker.js';
import { declaredPost } from './declared-post.js';
import type { ValidatePublicationDto, ValidationAnswer } from './dto/validate-publication.dto.js';

/** Says beforehand what would stand against a post. Begins nothing, and changes nothing. */
@Injectable()
export class ValidationService {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly publications: PublicationsService,
    private readonly routes: PostRoutes,
    private readonly creators: CreatorAsker,
    private readonly checks: PostChecks,
  ) {}

  /** @throws NotFoundError, ConflictError when the account cannot post at all, or why TikTok did not say */
  async validate(dto: ValidatePublicationDto): Promise<ValidationAnswer> {
    const [integration, post] = dto.publishId
      ? await this.stored(dto.publishId, dto)
      : await this.declared(dto);
    await this.integrations.assertCan(integration.id, post.mode === 'draft' ? 'draft' : 'publish_private');
    const { problems, warnings } = await this.findings(post, integration);
    const label = disclosureLabel(post.options);
    return {
      ok: problems.length === 0,
      problems,
      warnings,
      labels: label && post.mode === 'direct' ? [label] : [],
      consent: consentFor(post.options),
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
  private async findings(post: CheckedPost, integration: IntegrationRef): Promise<PostFindings> {
    if (post.mode === 'draft') return this.checks.findings(post);
    const state = await this.creators.ask(integration, post.route);
    if (state.mayPost) return this.checks.findings(post, state.creator);
    const { problems, warnings } = this.checks.findings(post);
    return { problems: [creatorProblem(state.refusal), ...problems], warnings };
  }
}

/** Fields beside a publishId would be believed to count. */
function assertAlone({ publishId: _publishId, ...others }: ValidatePublicationDto): void {
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  throw new InvalidInputError(
    'A publication that was begun has its fields already.',
    given.map(([field]) => ({ field, complaint: 'must be left out beside publishId' })),
  );
}
