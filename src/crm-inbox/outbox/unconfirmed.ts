import { Injectable } from '@nestjs/common';
import { OrgContext } from '../../database/index.js';
import { toOutgoingView, type OutgoingView } from './dto/outgoing.view.js';
import { Outgoing } from './outgoing.entity.js';

const SHOWN = 20;
// The one that was sent in its place shows the outcome.
const NOT_REPLACED = 'NOT EXISTS (SELECT 1 FROM crm_outbox later WHERE later.retry_of = o.id)';

/** Reads what agents have written and TikTok has not confirmed. */
@Injectable()
export class Unconfirmed {
  constructor(private readonly orgContext: OrgContext) {}

  /** The newest, the newest first. */
  async of(conversationId: string): Promise<OutgoingView[]> {
    const rows = await this.orgContext.transaction((em) =>
      em
        .getRepository(Outgoing)
        .createQueryBuilder('o')
        .where(`o.conversation_id = :conversationId AND o.status <> 'confirmed'`, { conversationId })
        .andWhere(NOT_REPLACED)
        .orderBy('o.id', 'DESC')
        .take(SHOWN)
        .getMany(),
    );
    return rows.map(toOutgoingView);
  }
}
