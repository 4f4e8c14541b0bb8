import { Injectable } from '@nestjs/common';
import { ConflictError, InvalidInputError, NotFoundError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { toHttpError, type AdFamily } from '../../tiktok/index.js';
import { AD_FAMILIES, isWithoutFamily } from '../objects/account-reader.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { AdObjectStore } from '../objects/ad-object.store.js';
import { AudienceStore } from './audience-store.js';
import type { Audience } from './audience.entity.js';
import { AudiencesService } from './audiences.service.js';
import type { ApplyAudienceDto, LookalikeDto } from './dto/audience-changes.dto.js';
import type { AudienceUploadView, AudienceView } from './dto/audience.view.js';
import { toAudienceView } from './audience-views.js';

/** TikTok needs as many matched users to make a lookalike from. */
const LEAST_SOURCE = 100;

/** Puts audiences to use: in ad groups, and as sources of lookalikes. */
@Injectable()
export class AudienceUses {
  constructor(
    private readonly config: AppConfig,
    private readonly audiences: AudiencesService,
    private readonly store: AudienceStore,
    private readonly objects: AdObjectStore,
    private readonly reader: AdObjectReader,
  ) {}

  async apply(
    id: string,
    { adGroupIds, mode, reason }: ApplyAudienceDto,
    userId: string,
  ): Promise<AudienceUploadView> {
    const { audience, account } = await this.audiences.load(id);
    if (audience.tiktokId === null || audience.deletedAt !== null) throw notAtTikTok();
    if (mode !== 'disconnect' && audience.isValid === false) throw notReady(audience);
    await this.assertUsable(account, adGroupIds);
    return await this.audiences.start(audience, {
      action: 'apply',
      detail: { adGroupIds, mode, ...(reason !== undefined && { reason }) },
      createdBy: userId,
    });
  }

  /** Makes a new audience of users who are like those of the source. */
  async lookalike(id: string, body: LookalikeDto, userId: string): Promise<AudienceView> {
    const { audience: source } = await this.audiences.load(id);
    if (source.tiktokId === null || source.deletedAt !== null) throw notAtTikTok();
    if (source.kind === 'lookalike')
      throw new ConflictError(
        'audience_is_lookalike',
        'A lookalike audience cannot be the source of another one. Choose its own source.',
      );
    if (source.coverNumber !== null && source.isValid !== null && Number(source.coverNumber) < LEAST_SOURCE)
      throw new ConflictError(
        'audience_source_too_small',
        `TikTok has matched ${source.coverNumber} users of the source, and needs ${LEAST_SOURCE}. Append more customers, or wait ` +
          'until matching has ended.',
      );
    this.assertMarkets(body.markets ?? []);
    const audience = await this.store.insert({
      accountId: source.accountId,
      name: body.name,
      kind: 'lookalike',
      policy: source.policy,
      consent: source.consent,
      retentionDays: null,
      lookalike: {
        source_audience_id: source.tiktokId,
        audience_size: body.size,
        include_source: body.includeSource ?? false,
        location_ids: body.locationIds,
        ...(body.mobileOs && { mobile_os: body.mobileOs }),
      },
      createdBy: userId,
    });
    await this.audiences.start(audience, { action: 'lookalike', createdBy: userId });
    return toAudienceView(audience, (await this.store.latest([audience.id])).get(audience.id));
  }

  /** @throws InvalidInputError for markets that the operator's list does not have */
  private assertMarkets(markets: readonly string[]): void {
    const offered = this.config.ads.lookalikeMarkets;
    const unknown = markets.filter((market) => !offered.includes(market));
    if (unknown.length === 0) return;
    const message = `TikTok offers no lookalike audiences in ${unknown.join(', ')}. It offers them in ${offered.join(', ')}`;
    throw new InvalidInputError(`${message}.`, [{ field: 'markets', message }], 'lookalike_market');
  }

  /** @throws NotFoundError for unknown ad groups, ConflictError for deleted ones */
  private async assertUsable(account: AdAccountRef, ids: readonly string[]): Promise<void> {
    const rows = await this.known(account, ids);
    const missing = ids.filter((id) => !rows.some((row) => row.id === id));
    if (missing.length > 0)
      throw new NotFoundError(
        'ad_group_not_found',
        `The ad account ${account.accountId} has no ad group ${missing.join(', ')}. GET /api/ads/ad-groups lists them.`,
      );
    const deleted = rows.filter(({ operationStatus }) => operationStatus === 'DELETE').map(({ id }) => id);
    if (deleted.length > 0)
      throw new ConflictError(
        'ad_object_deleted',
        `Deleted ad groups are final and use no audiences: ${deleted.join(', ')}. Leave them out.`,
      );
  }

  /** Our copies, and TikTok's objects where there is none. */
  private async known(account: AdAccountRef, ids: readonly string[]): Promise<AdObject[]> {
    const rows = await this.objects.find(account.accountId, 'ad_group', ids);
    if (rows.length === ids.length) return rows;
    for (const family of AD_FAMILIES) await this.read(account, family, ids);
    return await this.objects.find(account.accountId, 'ad_group', ids);
  }

  /** An ad account without Upgraded Smart+ has no such ad groups. */
  private async read(account: AdAccountRef, family: AdFamily, ids: readonly string[]): Promise<void> {
    try {
      await this.reader.byIds(account, { family, level: 'ad_group' }, ids);
    } catch (error) {
      if (isWithoutFamily(family, error)) return;
      throw toHttpError(error);
    }
  }
}

function notAtTikTok(): ConflictError {
  return new ConflictError(
    'audience_not_at_tiktok',
    'TikTok does not have this audience. Append a file first, and wait until it has been sent.',
  );
}

function notReady({ message }: Audience): ConflictError {
  const said = message === null ? '' : ` TikTok says: ${message}`;
  return new ConflictError(
    'audience_not_ready',
    `TikTok has not matched at least 1,000 users yet, so the audience cannot be used. GET /api/ads/audiences/:id explains its state.${said}`,
  );
}
