import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { Clock, isId, newId, NotFoundError, type Page, type PageQuery } from '../../common/index.js';
import { OrgContext, OrgLists, type ListOf } from '../../database/index.js';
import type { SavedReplyDto, SavedReplyView } from './dto/saved-reply.dto.js';
import { SavedReply } from './saved-reply.entity.js';

const NEWEST_FIRST: ListOf<SavedReply> = {
  entity: SavedReply,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

@Injectable()
export class SavedReplies {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly lists: OrgLists,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<SavedReplyView>> {
    return this.lists.page(NEWEST_FIRST, query, toView);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<SavedReplyView> {
    return toView(found(await this.one(id, (rows) => rows.findOneBy({ id }))));
  }

  create({ title, text }: SavedReplyDto, userId: string): Promise<SavedReplyView> {
    const now = this.clock.now();
    const { organisationId } = this.orgContext;
    const row = {
      id: newId(),
      organisationId,
      title,
      text,
      updatedBy: userId,
      createdAt: now,
      updatedAt: now,
    };
    return this.orgContext.transaction(async (em) => {
      await em.insert(SavedReply, row);
      return toView(row);
    });
  }

  /** @throws NotFoundError */
  async replace(id: string, { title, text }: SavedReplyDto, userId: string): Promise<SavedReplyView> {
    const values = { title, text, updatedBy: userId, updatedAt: this.clock.now() };
    const row = await this.one(id, async (rows) => {
      await rows.update({ id }, values);
      return await rows.findOneBy({ id });
    });
    return toView(found(row));
  }

  /** @throws NotFoundError */
  async delete(id: string): Promise<SavedReplyView> {
    const row = await this.one(id, async (rows) => {
      const before = await rows.findOneBy({ id });
      await rows.delete({ id });
      return before;
    });
    return toView(found(row));
  }

  private async one(
    id: string,
    work: (rows: Repository<SavedReply>) => Promise<SavedReply | null>,
  ): Promise<SavedReply | null> {
    return isId(id) ? await this.orgContext.transaction((em) => work(em.getRepository(SavedReply))) : null;
  }
}

function found(row: SavedReply | null): SavedReply {
  if (row) return row;
  throw new NotFoundError(
    'unknown_saved_reply',
    'No such saved reply in this organisation. List them with GET /api/crm/saved-replies.',
  );
}

function toView({ id, title, text, updatedBy, createdAt, updatedAt }: SavedReply): SavedReplyView {
  return { id, title, text, updatedBy, createdAt, updatedAt };
}
