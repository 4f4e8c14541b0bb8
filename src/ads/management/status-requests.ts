import { Injectable } from '@nestjs/common';
import type { Role } from '../../auth/index.js';
import { AdAccountAccess } from '../../integrations/index.js';
import { toHttpError, type OperationStatus } from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { PolicyGuard } from '../policy/policy-guard.js';
import type { Actor } from '../writes/actor.js';
import { RecentWrites } from '../writes/recent-writes.js';
import { StatusBatches } from '../writes/status-batches.js';
import type { StatusDto, StatusWish } from './dto/status.dto.js';
import type { StatusAnswer, StatusResultView } from './dto/status.view.js';
import { ObjectFinder } from './object-finder.js';

const WIRE: Record<StatusWish, OperationStatus> = { enable: 'ENABLE', pause: 'DISABLE', delete: 'DELETE' };

/** The user who asks for a change. */
export interface Requester {
  userId: string;
  role: Role;
}

/** Changes the status of objects that a user names. */
@Injectable()
export class StatusRequests {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly finder: ObjectFinder,
    private readonly recent: RecentWrites,
    private readonly batches: StatusBatches,
    private readonly guard: PolicyGuard,
  ) {}

  /** @throws DomainError if TikTok could be asked about none of them */
  async set(wish: StatusDto, { userId, role }: Requester): Promise<StatusAnswer> {
    const { accountId, level, ids, status, reason } = wish;
    const account = await this.accounts.find(accountId);
    if (status === 'enable') await this.guard.assertMayEnableDirectly(role);
    const unique = [...new Set(ids)];
    const found = await this.finder.find(account, level, unique).catch((error: unknown) => {
      throw toHttpError(error);
    });
    const waits = await this.recent.waits(accountId, found);
    const open = found.filter((one) => !isDeleted(one) && !waits.has(one.id));
    const actor: Actor = { kind: 'user', id: userId, ...(reason !== undefined && { reason }) };
    const edits = open.map((one) => ({ level, id: one.id, status: WIRE[status] }));
    const { results, failure } = await this.guard.within(account, edits, () =>
      this.batches.set({ account, status: WIRE[status], actor }, open),
    );
    const isUntouched = results.every(({ result }) => result === 'not_sent');
    if (failure !== undefined && isUntouched && results.length === unique.length) throw toHttpError(failure);
    const byId = new Map([...found.flatMap((one) => unsent(one, waits)), ...results].map((r) => [r.id, r]));
    const answers = unique.map((id) => byId.get(id) ?? notFound(id, accountId));
    return { results: answers, done: answers.filter(({ result }) => result === 'done').length };
  }
}

function isDeleted({ operationStatus }: AdObject): boolean {
  return operationStatus === 'DELETE';
}

function unsent(object: AdObject, waits: ReadonlyMap<string, number>): StatusResultView[] {
  const { id } = object;
  if (isDeleted(object)) return [{ id, result: 'refused', message: 'It is deleted, and deleted is final.' }];
  const seconds = waits.get(id);
  if (seconds === undefined) return [];
  const message = `TikTok allows one change of an Upgraded Smart+ ad in 5 s. Try again in ${seconds} s.`;
  return [{ id, result: 'too_soon', message, retryAfterSeconds: seconds }];
}

function notFound(id: string, accountId: string): StatusResultView {
  return { id, result: 'not_found', message: `The ad account ${accountId} has no such object.` };
}
