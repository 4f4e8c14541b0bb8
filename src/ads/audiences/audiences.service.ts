import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConflictError, decodeCursor, toPage, type Page } from '../../common/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import { AudienceRefresh } from './audience-refresh.js';
import { AudienceStore, type NewUpload } from './audience-store.js';
import type { FileAction } from './audience-upload.entity.js';
import { toAudienceView, toDetailsView, toUploadView } from './audience-views.js';
import type { Audience } from './audience.entity.js';
import type { AudienceFileQuery } from './dto/audience-file.query.js';
import type { AudienceQuery } from './dto/audience.query.js';
import type {
  AudienceDetailsView,
  AudienceFileAnswer,
  AudienceUploadView,
  AudienceView,
} from './dto/audience.view.js';
import type { NewAudienceDto } from './dto/new-audience.dto.js';
import { AudienceIntake } from './intake/audience-intake.js';
import { requestFile } from './intake/request-file.js';
import { DEFAULT_POLICY } from './pipeline/identifier-kind.js';

/** Audiences of the organisation's ad accounts. */
@Injectable()
export class AudiencesService {
  constructor(
    private readonly store: AudienceStore,
    private readonly accounts: AdAccountAccess,
    private readonly intake: AudienceIntake,
    private readonly refresher: AudienceRefresh,
    private readonly jobs: Jobs,
  ) {}

  async create(body: NewAudienceDto, userId: string): Promise<AudienceView> {
    await this.accounts.find(body.accountId);
    const { delivery = 'file', ...options } = body.options ?? {};
    const { basis, source, collectedAt } = body.consent;
    const audience = await this.store.insert({
      accountId: body.accountId,
      name: body.name,
      kind: delivery,
      policy: { ...DEFAULT_POLICY, ...options },
      consent: { basis, source, collectedAt: new Date(collectedAt).toISOString() },
      retentionDays: body.retentionDays ?? null,
      lookalike: null,
      createdBy: userId,
    });
    return toAudienceView(audience, undefined);
  }

  async list({ accountId, limit, cursor }: AudienceQuery): Promise<Page<AudienceView>> {
    if (accountId !== undefined) await this.accounts.find(accountId);
    const [before] = decodeCursor(cursor, ['id']) ?? [];
    const rows = await this.store.list(accountId, before, limit + 1);
    await this.refreshAll(rows.slice(0, limit));
    const latest = await this.store.latest(rows.map(({ id }) => id));
    return toPage(
      // Again, so that an operation that has ended does not meet an older state of its audience.
      await this.store.list(accountId, before, limit + 1),
      limit,
      ({ id }) => [id],
      (row) => toAudienceView(row, latest.get(row.id)),
    );
  }

  async details(id: string): Promise<AudienceDetailsView> {
    const { audience, account } = await this.load(id);
    await this.refresher.refresh(account, [audience]);
    // Before the audience: an operation that has ended must not meet an older state of its audience.
    const uploads = await this.store.uploads(id);
    return toDetailsView(await this.store.find(id), uploads, await this.store.allowance(id));
  }

  async receive(
    id: string,
    action: FileAction,
    query: AudienceFileQuery,
    request: FastifyRequest,
    userId: string,
  ): Promise<AudienceFileAnswer> {
    const { audience } = await this.load(id);
    return await this.intake.receive(audience, action, query, requestFile(request), userId);
  }

  async delete(id: string, userId: string): Promise<AudienceUploadView> {
    const { audience } = await this.load(id);
    if (audience.deletedAt !== null)
      throw new ConflictError('audience_deleted', 'The audience was deleted already.');
    return await this.start(audience, { action: 'delete', createdBy: userId });
  }

  /** Plans an operation, and wakes a worker for it. */
  async start(audience: Audience, operation: NewUpload): Promise<AudienceUploadView> {
    const upload = await this.store.plan(audience, operation);
    await this.jobs.wake('audience', upload.id);
    return toUploadView(upload);
  }

  /** @throws NotFoundError, and ForbiddenError when its ad account is no longer connected */
  async load(id: string): Promise<{ audience: Audience; account: AdAccountRef }> {
    const audience = await this.store.find(id);
    return { audience, account: await this.accounts.find(audience.accountId) };
  }

  private async refreshAll(audiences: readonly Audience[]): Promise<void> {
    const accounts = new Map((await this.accounts.all()).map((account) => [account.accountId, account]));
    for (const [accountId, account] of accounts)
      await this.refresher.refresh(
        account,
        audiences.filter((audience) => audience.accountId === accountId),
      );
  }
}
