import { ConflictError } from '../../common/index.js';
import {
  capabilitiesOf,
  type AppFacts,
  type Capability,
  type CapabilityFacts,
  type CapabilityState,
} from './capabilities.js';
import { TokenUnreadableError } from './credential.errors.js';
import type { CredentialFamily } from './credential.entity.js';
import type { IntegrationRows } from './integration-loader.js';
import type { Integration } from './integration.entity.js';

/** What other modules may know of an integration. */
export interface IntegrationRef {
  id: string;
  organisationId: string;
  credentialId: string;
  openId: string;
  /** As in the profile's address; null without the scope user.info.profile. */
  username: string | null;
  grantedScopes: readonly string[];
}

/** What other modules may know of a credential. */
export interface ConsentRef {
  credentialId: string;
  /** TikTok's id of the account within the family: an open_id, which the Business API calls business_id. */
  subject: string;
  /** As granted. */
  scopes: readonly string[];
  /** False when TikTok has rejected it permanently, or the stored token cannot be read. */
  works: boolean;
}

export type ConsentRefs = Partial<Record<CredentialFamily, ConsentRef>>;

/** An integration and its consents, read once. Pass it on instead of reading them again. */
export class LoadedIntegration implements IntegrationRef {
  readonly id: string;
  readonly organisationId: string;
  readonly credentialId: string;
  readonly openId: string;
  readonly username: string | null;
  readonly displayName: string | null;
  readonly grantedScopes: readonly string[];
  readonly consents: ConsentRefs;
  private readonly facts: CapabilityFacts;

  constructor({ integration, credentials }: IntegrationRows, app: AppFacts) {
    Object.assign(this, toRef(integration));
    this.displayName = integration.displayName;
    this.consents = consentsOf(credentials);
    this.facts = { integration, credentials, ...app };
  }

  /** @throws ConflictError with the reason and the fix, before TikTok is called; TokenUnreadableError */
  assertCan(wanted: Capability): void {
    const state = stateOf(wanted, this.facts);
    if (state?.available) return;
    if (stateOf(wanted, asIfReadable(this.facts))?.available) throw new TokenUnreadableError(undefined);
    throw new ConflictError('capability_missing', `${state?.reason ?? ''} ${state?.fix ?? ''}`.trim());
  }
}

export function toRef(row: Integration): IntegrationRef {
  const { id, organisationId, credentialId, openId, username, grantedScopes } = row;
  return { id, organisationId, credentialId, openId, username, grantedScopes };
}

function consentsOf(credentials: IntegrationRows['credentials']): ConsentRefs {
  const consents: ConsentRefs = {};
  for (const { id, family, subject, scopes, rejectedAt, unreadableSince } of Object.values(credentials)) {
    const works = rejectedAt === null && unreadableSince === null;
    consents[family] = { credentialId: id, subject, scopes, works };
  }
  return consents;
}

function stateOf(wanted: Capability, facts: CapabilityFacts): CapabilityState | undefined {
  return capabilitiesOf(facts).find(({ capability }) => capability === wanted);
}

/** What the account could do if every stored token were readable. */
function asIfReadable(facts: CapabilityFacts): CapabilityFacts {
  const credentials: CapabilityFacts['credentials'] = {};
  for (const [family, credential] of Object.entries(facts.credentials))
    credentials[family as CredentialFamily] = { ...credential, unreadableSince: null };
  return { ...facts, credentials };
}
