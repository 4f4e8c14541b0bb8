import { Injectable } from '@nestjs/common';
import type { IntegrationRef, LoadedIntegration } from '../../integrations/index.js';
import {
  toHttpError,
  PostingApi,
  PublishingApi,
  TikTokApiError,
  tiktokUnavailable,
} from '../../tiktok/index.js';
import type { PostRoute } from '../post/publication.entity.js';
import { businessAccountOf } from '../publishing/targets/business-accounts.js';
import { creatorFacts, type CreatorAnswer, type CreatorFacts } from '../rules/checked-post.js';
import { CREATOR_REFUSALS, type CreatorRefusal } from '../rules/rule-codes.js';

/** The creator's public profile, as far as TikTok returns it. */
export interface CreatorProfile {
  nickname?: string;
  username?: string;
  /** A signed URL, valid for two hours. Never stored. */
  avatarUrl?: string;
}

/** TikTok's current answer about a creator. */
export type CreatorState =
  | { canPost: true; creator: CreatorFacts; profile: CreatorProfile }
  /** TikTok refuses posts and returns no settings. */
  | { canPost: false; refusal: CreatorRefusal; profile: CreatorProfile };

/** Reads a creator's settings from TikTok. Never cached: TikTok requires a fresh call for each posting screen. */
@Injectable()
export class CreatorInfoClient {
  constructor(
    private readonly posting: PostingApi,
    private readonly publishing: PublishingApi,
  ) {}

  /** @throws DomainError that explains why TikTok did not answer */
  async get(integration: LoadedIntegration, route: PostRoute): Promise<CreatorState> {
    const profile = storedProfile(integration);
    try {
      return route === 'business'
        ? await this.fromBusinessApi(integration, profile)
        : await this.fromOpenApi(integration);
    } catch (error) {
      const refusal = CREATOR_REFUSALS.find((code) => error instanceof TikTokApiError && error.code === code);
      if (refusal) return { canPost: false, refusal, profile };
      throw toHttpError(error);
    }
  }

  private async fromOpenApi({ credentialId }: IntegrationRef): Promise<CreatorState> {
    const info = await this.posting.creatorInfo(credentialId, 'interactive');
    const { creator_nickname: nickname, creator_username: username, creator_avatar_url: avatarUrl } = info;
    return { canPost: true, creator: factsOf(info), profile: { nickname, username, avatarUrl } };
  }

  /** The Business settings do not include the profile. */
  private async fromBusinessApi(
    { consents }: LoadedIntegration,
    profile: CreatorProfile,
  ): Promise<CreatorState> {
    const account = businessAccountOf(consents);
    const settings = await this.publishing.videoSettings({ ...account, priority: 'interactive' });
    return { canPost: true, creator: factsOf(settings), profile };
  }
}

/** Returns the profile of the last sync, so that users see which account they post to. */
function storedProfile({ displayName, username }: LoadedIntegration): CreatorProfile {
  return { ...(displayName !== null && { nickname: displayName }), ...(username !== null && { username }) };
}

function factsOf(answer: CreatorAnswer): CreatorFacts {
  const creator = creatorFacts(answer);
  if (!creator) throw tiktokUnavailable();
  return creator;
}
