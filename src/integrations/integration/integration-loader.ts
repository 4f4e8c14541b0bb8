import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ConflictError, isId, NotFoundError } from '../../common/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import { Credential, CREDENTIAL_FAMILIES, type CredentialFamily } from './credential.entity.js';
import { credentialIdsOf, Integration } from './integration.entity.js';
import { notActive } from './integration-text.js';

/** An integration's row and the credential of each family that its account has granted. */
export interface IntegrationRows {
  integration: Integration;
  credentials: Partial<Record<CredentialFamily, Credential>>;
}

/** Reads integrations of the current organisation, and their credentials. */
@Injectable()
export class IntegrationLoader {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
  ) {}

  /** Returns the organisation's integration, whatever its status. @throws NotFoundError */
  async find(id: string): Promise<Integration> {
    const row = await this.findOrNull(id);
    if (!row) throw unknownIntegration();
    return row;
  }

  findOrNull(id: string): Promise<Integration | null> {
    return this.orgContext.transaction((em) => em.getRepository(Integration).findOneBy({ id: asId(id) }));
  }

  /**
   * Returns the named integration, or the only active one.
   * @throws NotFoundError, ConflictError saying what to connect or to name
   */
  async findActive(integrationId?: string): Promise<Integration> {
    const { organisationId } = this.orgContext;
    const which = { organisationId, ...(integrationId !== undefined && { id: asId(integrationId) }) };
    const rows = await this.orgContext.transaction((em) => em.getRepository(Integration).findBy(which));
    if (integrationId !== undefined && rows.length === 0) throw unknownIntegration();
    const active = rows.filter((row) => row.status === 'active');
    const [only, another] = active;
    if (another) {
      const names = active.map((row) => `${row.id} (${row.displayName ?? row.openId})`).join(', ');
      throw new ConflictError(
        'integration_ambiguous',
        `Several accounts are connected. Name one with integrationId: ${names}.`,
      );
    }
    if (only) return only;
    const [expired] = rows;
    if (expired) throw new ConflictError('integration_not_active', notActive(expired));
    throw new ConflictError('no_integration', 'No TikTok account is connected. Connect one first.');
  }

  /** Adds the credentials. They belong to no organisation; the integration that refers to them was read inside its own. */
  async withCredentials(integration: Integration): Promise<IntegrationRows> {
    const rows = await this.system.transaction('read the credentials of an integration', (em) =>
      em.getRepository(Credential).findBy({ id: In(credentialIdsOf(integration)) }),
    );
    const credentials: IntegrationRows['credentials'] = {};
    for (const family of CREDENTIAL_FAMILIES) {
      const row = rows.find((one) => one.family === family);
      if (row) credentials[family] = row;
    }
    return { integration, credentials };
  }
}

// PostgreSQL rejects a malformed uuid with an error; no row has this one.
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Returns the id; one that no row has when it is malformed. */
export function asId(text: string): string {
  return isId(text) ? text : NO_ID;
}

function unknownIntegration(): NotFoundError {
  return new NotFoundError('unknown_integration', 'There is no such integration in this organisation.');
}
