import { Injectable } from '@nestjs/common';
import { OrgReader } from '../../database/index.js';
import { toOutgoingView, type OutgoingView } from './dto/outgoing.view.js';
import { Outgoing } from './outgoing.entity.js';

const SHOWN = 20;
// The one that was sent in its place shows the outcome.
const UNCONFIRMED = `
  WHERE conversation_id = $1 AND status <> 'confirmed'
    AND NOT EXISTS (SELECT FROM crm_outbox later WHERE later.retry_of = crm_outbox.id)
  ORDER BY id DESC LIMIT ${SHOWN}`;

/** Reads what agents have written and TikTok has not confirmed. */
@Injectable()
export class Unconfirmed {
  constructor(private readonly reader: OrgReader) {}

  /** The newest, the newest first. */
  async of(conversationId: string): Promise<OutgoingView[]> {
    return (await this.reader.rows(Outgoing, UNCONFIRMED, [conversationId])).map(toOutgoingView);
  }
}
