import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../../common/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import {
  toHttpError,
  MusicApi,
  tiktokUnavailable,
  type BusinessAccount,
  type CommercialTrack,
} from '../../../tiktok/index.js';
import type { CommercialMusicAnswer, ListCommercialMusicDto } from './dto/list-commercial-music.dto.js';
import { trackView } from './track.mapper.js';

/** Lists the music that business accounts can use in posts. */
@Injectable()
export class CommercialMusicService {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly music: MusicApi,
  ) {}

  /** @throws ConflictError when the account has no Business API consent, UnavailableError, or TikTok's refusal */
  async list(query: ListCommercialMusicDto): Promise<CommercialMusicAnswer> {
    const { account } = (await this.integrations.resolve(query.integrationId)).consents;
    if (!account?.works) throw notABusinessAccount();
    const { credentialId, subject: businessId } = account;
    const tracks = await this.trending({ credentialId, businessId, priority: 'interactive' }, query);
    return { tracks: tracks.flatMap(trackView) };
  }

  private async trending(
    account: BusinessAccount,
    { genre, countryCode, dateRange }: ListCommercialMusicDto,
  ): Promise<CommercialTrack[]> {
    const query = { genre, country_code: countryCode, date_range: dateRange };
    const tracks = await this.music.trending(account, query).catch((error: unknown) => {
      throw toHttpError(error);
    });
    if (!tracks) throw tiktokUnavailable();
    return tracks;
  }
}

function notABusinessAccount(): ConflictError {
  return new ConflictError(
    'capability_missing',
    'The Commercial Music Library requires a connection to the Business API, which this account does not have. ' +
      'Reconnect the account with comments and insights, and accept the second consent.',
  );
}
