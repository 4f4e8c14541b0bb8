import { Injectable } from '@nestjs/common';
import { OrgContext, OrgReader } from '../../database/index.js';
import { lookBackFrom, StreamPosition, type StreamItem } from '../../notifications/index.js';
import { selectConversations } from '../conversations/conversation-rows.js';
import { toCrmConversationView, type ConversationRow } from '../conversations/dto/conversation.view.js';

const PAGE = 100;
const NEWEST = `SELECT change_id AS id FROM conversations WHERE organisation_id = $1 ORDER BY change_id DESC LIMIT 1`;
const KNOWN = `
  SELECT change_id AS id FROM conversations WHERE organisation_id = $1 AND change_id > $2 AND change_id <= $3`;
const CHANGED = selectConversations(
  `WHERE c.organisation_id = $1 AND c.change_id > $2 AND c.change_id <> ALL($3::uuid[])
   ORDER BY c.change_id LIMIT ${PAGE}`,
  'c.change_id',
);

/** Reads conversations that have changed after a position. Of several changes of one, the latest is read. */
@Injectable()
export class ChangeReader {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
  ) {}

  /** @param id the last change that the client has seen; without it, all existing ones count as seen */
  async positionAfter(id: string | undefined): Promise<StreamPosition> {
    const { organisationId } = this.orgContext;
    const [newest] = await this.reader.select<{ id: string }>(NEWEST, [organisationId]);
    if (!newest) return new StreamPosition();
    // Capped at the newest id, because an id from the future would hide new changes.
    const last = id !== undefined && id < newest.id ? id : newest.id;
    const known = await this.reader.select<{ id: string }>(KNOWN, [organisationId, lookBackFrom(last), last]);
    return new StreamPosition(
      last,
      known.map((row) => row.id),
    );
  }

  /** Returns changed conversations, the oldest change first. Advances the position. */
  async next(position: StreamPosition): Promise<StreamItem[]> {
    const { floor, known } = position;
    const values = [this.orgContext.organisationId, floor, known];
    const rows = await this.reader.select<ConversationRow>(CHANGED, values);
    for (const { changeId } of rows) position.advance(changeId);
    return rows.map((row) => ({ id: row.changeId, data: toCrmConversationView(row) }));
  }
}
