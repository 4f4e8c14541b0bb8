import { Injectable } from '@nestjs/common';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import {
  forPerson,
  PostingApi,
  PublishingApi,
  TikTokApiError,
  tiktokUnavailable,
} from '../../tiktok/index.js';
import type { PostRoute } from '../post/publication.entity.js';
import { BusinessAccounts } from '../publishing/targets/business-accounts.js';
import type { CreatorFacts } from '../rules/checked-post.js';
import { creatorFacts, type CreatorAnswer } from '../rules/creator-facts.js';
import { CREATOR_REFUSALS, type CreatorRefusal } from '../rules/rule-codes.js';

/** Who the creator is, as far as TikTok says. */
export interface CreatorProfile {
  nickname?: string;
  username?: string;
  /** Signed, for two hours: never stored. */
  avatarUrl?: string;
}

/** What TikTok has answered just now. */
export type CreatorState =
  | { mayPost: true; creator: CreatorFacts; profile: CreatorProfile }
  /** TikTok says no, and nothing else. */
  | { mayPost: false; refusal: CreatorRefusal; profile: CreatorProfile };

/** Asks TikTok what a creator allows while a person waits. Never from a memory: TikTok wants it afresh for each rendering. */
@Injectable()
export class CreatorAsker {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly posting: PostingApi,
    private readonly publishing: PublishingApi,
    private readonly accounts: BusinessAccounts,
  ) {}

  /** @throws DomainError that tells a person why TikTok did not say */
  async ask(integration: IntegrationRef, route: PostRoute): Promise<CreatorState> {
    const profile = await this.knownProfile(integration);
    try {
      return route === 'business'
        ? await this.askBusiness(integration, profile)
        : await this.askOpenApi(integration);
    } catch (error) {
      const refusal = CREATOR_REFUSALS.find((code) => error instanceof TikTokApiError && error.code === code);
      if (refusal) return { mayPost: false, refusal, profile };
      throw forPerson(error);
    }
  }

  private async askOpenApi({ credentialId }: IntegrationRef): Promise<CreatorState> {
    const info = await this.posting.creatorInfo(credentialId, 'interactive');
    const { creator_nickname: nickname, creator_username: username, creator_avatar_url: avatarUrl } = info;
    return { mayPost: true, creator: factsOf(info), profile: { nickname, username, avatarUrl } };
  }

  /** Its settings tell nothing about who the creator is. */
  private async askBusiness({ id }: IntegrationRef, profile: CreatorProfile): Promise<CreatorState> {
    const account = await this.accounts.of(id);
    const settings = await this.publishing.videoSettings({ ...account, priority: 'interactive' });
    return { mayPost: true, creator: factsOf(settings), profile };
  }

  /** As the last sync of the profile has it: people must see whose account it is. */
  private async knownProfile({ id }: IntegrationRef): Promise<CreatorProfile> {
    const { displayName, username } = await this.integrations.details(id);
    return { ...(displayName !== null && { nickname: displayName }), ...(username !== null && { username }) };
  }
}

function factsOf(answer: CreatorAnswer): CreatorFacts {
  const creator = creatorFacts(answer);
  if (!creator) throw tiktokUnavailable();
  return creator;
}
