import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConflictError, withFormerNames } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { SystemContext } from '../database/index.js';
import {
  capabilitiesOf,
  type Capability,
  type CapabilityFacts,
  type CapabilityState,
} from './capabilities.js';
import { IntegrationDetailsView, toTokenView } from './dto/integration-details.view.js';
import { toView } from './dto/integration.view.js';
import { Integration } from './integration.entity.js';
import { IntegrationHooks } from './life/integration-hooks.js';
import { TokenUnreadableError } from './tokens/credential-errors.js';
import { Credential } from './tokens/credential.entity.js';

/** A consent, as far as other modules may know it. */
export interface ConsentRef {
  credentialId: string;
  /** TikTok's id of the account within that family: an open_id, which the Business API calls business_id. */
  subject: string;
  /** As granted. */
  scopes: readonly string[];
  /** false: TikTok has refused it for good, or the stored token cannot be read. */
  works: boolean;
}

export type ConsentRefs = Partial<Record<Credential['family'], ConsentRef>>;

type Credentials = Partial<Record<Credential['family'], Credential>>;

/** One integration in full: what it can do, why not, and how long its tokens last. Never a token. */
@Injectable()
export class IntegrationDetails {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly hooks: IntegrationHooks,
  ) {}

  async view(integration: Integration): Promise<IntegrationDetailsView> {
    const credentials = await this.credentialsOf(integration);
    const errors = await this.hooks.recentErrors(integration.id);
    return {
      ...toView(integration),
      capabilities: capabilitiesOf(this.facts(integration, credentials)),
      tokens: Object.values(credentials).map(toTokenView),
      app: { audited: this.config.tiktok.audited },
      quotas: await this.hooks.quotaUse(integration.id),
      lastErrors: errors.map((error) => withFormerNames('RecentErrorView', error)),
    };
  }

  /** @throws ConflictError with the reason and the fix, before TikTok is called; TokenUnreadableError */
  async assertCan(integration: Integration, wanted: Capability): Promise<void> {
    const credentials = await this.credentialsOf(integration);
    const facts = this.facts(integration, credentials);
    const state = stateOf(wanted, facts);
    if (state?.available) return;
    if (stateOf(wanted, asIfReadable(facts))?.available) throw new TokenUnreadableError(undefined);
    throw new ConflictError('capability_missing', `${state?.reason ?? ''} ${state?.fix ?? ''}`.trim());
  }

  /** What else is to be decided by what was consented to. */
  async consents(integration: Integration): Promise<ConsentRefs> {
    const refs: ConsentRefs = {};
    for (const { id, family, subject, scopes, rejectedAt, unreadableSince } of Object.values(
      await this.credentialsOf(integration),
    )) {
      const works = rejectedAt === null && unreadableSince === null;
      refs[family] = { credentialId: id, subject, scopes, works };
    }
    return refs;
  }

  private facts(integration: Integration, credentials: Credentials): CapabilityFacts {
    const { audited, accountScopes } = this.config.tiktok;
    return { integration, credentials, accountScopes, audited };
  }

  /** Tokens belong to no organisation; the integration that refers to them was read inside its own. */
  private credentialsOf(integration: Integration): Promise<Credentials> {
    return this.system.transaction('state of an integration’s tokens', async (em: EntityManager) => {
      const {
        credentialId: login,
        accountCredentialId: account,
        advertiserCredentialId: advertiser,
      } = integration;
      const found: Credentials = {};
      for (const id of [login, account, advertiser]) {
        const credential = id && (await em.getRepository(Credential).findOneBy({ id }));
        if (credential) found[credential.family] = credential;
      }
      return found;
    });
  }
}

function stateOf(wanted: Capability, facts: CapabilityFacts): CapabilityState | undefined {
  return capabilitiesOf(facts).find(({ capability }) => capability === wanted);
}

/** What an account could do if nothing but an encryption key stood in the way. */
function asIfReadable(facts: CapabilityFacts): CapabilityFacts {
  const credentials: CapabilityFacts['credentials'] = {};
  for (const [family, credential] of Object.entries(facts.credentials))
    credentials[family as keyof typeof credentials] = { ...credential, unreadableSince: null };
  return { ...facts, credentials };
}
