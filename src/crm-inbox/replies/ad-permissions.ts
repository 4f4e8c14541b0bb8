import { Injectable } from '@nestjs/common';
import { OrgReader } from '../../database/index.js';

const LATEST = `
  SELECT (ad->>'canAnswer')::boolean AS "canAnswer" FROM conversations
  WHERE organisation_id = $1 AND ad IS NOT NULL AND ad->>'accountId' = $2 ORDER BY last_message_at DESC LIMIT 1`;

/** What comments have shown of ad accounts: TikTok has no call to ask whether they may answer. */
@Injectable()
export class AdPermissions {
  constructor(private readonly reader: OrgReader) {}

  /** @returns whether the ad account may answer the comment that was written last; null if that is unknown */
  async canAnswer(organisationId: string, accountId: string): Promise<boolean | null> {
    const [row] = await this.reader.select<{ canAnswer: boolean | null }>(LATEST, [
      organisationId,
      accountId,
    ]);
    return row?.canAnswer ?? null;
  }
}
