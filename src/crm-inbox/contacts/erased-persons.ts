import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Coalescer, organisationHash } from '../../common/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import { erasedPersons } from './contact-writer.js';

const ERASED = `
  SELECT encode(k.person_hash, 'hex') AS hash
  FROM unnest($1::text[], $2::text[]) AS p (organisation_id, hash)
  JOIN crm_contacts k ON k.organisation_id = p.organisation_id AND k.person_hash = decode(p.hash, 'hex')
  WHERE k.erased_at IS NOT NULL`;

const MAX_LOOKUPS = 50;

interface Candidate {
  organisationId: string;
  hash: string;
}

/** Recognises erased persons, for what keeps TikTok's words outside the inbox. */
@Injectable()
export class ErasedPersons {
  private readonly lookups = new Coalescer((all: Candidate[][]) => this.find(all), MAX_LOOKUPS);

  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
  ) {}

  /** @param em of an OrgContext transaction. @returns those of the keys whose persons the organisation has erased */
  async among(em: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const erased = await erasedPersons(em, this.orgContext.organisationId, keys);
    return new Set(erased.keys());
  }

  /** True if each of the organisations has erased one of the persons. */
  async everywhere(organisationIds: readonly string[], keys: readonly string[]): Promise<boolean> {
    if (organisationIds.length === 0 || keys.length === 0) return false;
    const candidates = organisationIds.flatMap((organisationId) =>
      keys.map((key) => ({ organisationId, hash: organisationHash(organisationId, key) })),
    );
    const erased = await this.lookups.add(candidates);
    const erasing = new Set(
      candidates.filter(({ hash }) => erased.has(hash)).map((one) => one.organisationId),
    );
    return organisationIds.every((id) => erasing.has(id));
  }

  private async find(all: Candidate[][]): Promise<ReadonlySet<string>[]> {
    const candidates = all.flat();
    const rows = await this.system.statement<{ hash: string }>('find erased persons', ERASED, [
      candidates.map(({ organisationId }) => organisationId),
      candidates.map(({ hash }) => hash),
    ]);
    const hashes = new Set(rows.map(({ hash }) => hash));
    return all.map(() => hashes);
  }
}
