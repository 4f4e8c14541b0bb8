import { Injectable } from '@nestjs/common';
import { isId, NotFoundError } from '../../common/index.js';
import { OrgContext, OrgReader } from '../../database/index.js';
import type { CrmContactView } from './dto/contact.view.js';

const CONTACT = `
  SELECT id, person_key AS "personKey", name, username, picture, first_seen_at AS "firstSeenAt",
    last_seen_at AS "lastSeenAt", erased_at AS "erasedAt"
  FROM crm_contacts WHERE id = $1 AND organisation_id = $2`;

/** Reads the persons behind conversations. */
@Injectable()
export class ContactService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
  ) {}

  /** @throws NotFoundError */
  async get(id: string): Promise<CrmContactView> {
    const { organisationId } = this.orgContext;
    const [row] = isId(id) ? await this.reader.select<CrmContactView>(CONTACT, [id, organisationId]) : [];
    if (row) return row;
    throw unknownContact();
  }
}

export function unknownContact(): NotFoundError {
  return new NotFoundError(
    'unknown_contact',
    'No such contact in this organisation. Conversations name their contacts.',
  );
}
