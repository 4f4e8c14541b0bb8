import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../database/index.js';
import { Notifier } from '../../notifications/index.js';
import { SYNC_KINDS } from '../runs/sync-kinds.js';
import {
  notAllowed,
  RECONNECT_DETAIL,
  stalledKey,
  stalledNotice,
  updatedAgain,
  waitsForReconnect,
  type StalledReason,
} from './stalled-notice.js';
import type { SyncSchedule } from './sync-schedule.entity.js';

const ACCOUNT = `SELECT id, display_name AS "displayName", username, status FROM integrations WHERE id = $1`;
const FORGET_FAILURES = `
  UPDATE sync_schedules SET failing_since = NULL, failures = 0 WHERE integration_id = $1 RETURNING organisation_id AS "organisationId"`;

type Account = Parameters<typeof updatedAgain>[0] & { status: string };

/** Sends and resolves the notices about syncs that get nowhere. */
@Injectable()
export class StalledNotices {
  constructor(private readonly notifier: Notifier) {}

  /** Reports it once. An account that is not active has its own notice. */
  async report(em: EntityManager, schedule: SyncSchedule, reason: StalledReason): Promise<void> {
    const { organisationId, integrationId, kind, failingSince, succeededAt } = schedule;
    const account = await activeAccount(em, integrationId);
    if (!account || !failingSince) return;
    const notice = stalledNotice({ account, kind, failingSince, succeededAt, ...reason });
    await this.notifier.notify(em, organisationId, notice);
  }

  async updatedAgain(
    em: EntityManager,
    { organisationId, integrationId, kind }: SyncSchedule,
  ): Promise<void> {
    const account = await activeAccount(em, integrationId);
    if (!account) return;
    const keys = [stalledKey(integrationId, kind)];
    await this.notifier.resolve(em, organisationId, keys, updatedAgain(account, kind));
  }

  /** What the account does not allow is not retried. @param fix what to do about it */
  async notAllowed(
    em: EntityManager,
    { organisationId, integrationId, kind }: SyncSchedule,
    fix: string,
  ): Promise<void> {
    const account = await activeAccount(em, integrationId);
    if (!account) return;
    const keys = [stalledKey(integrationId, kind)];
    await this.notifier.resolve(em, organisationId, keys, notAllowed(account, kind), fix);
  }

  /** After an account has expired, its failures are no longer those of its syncs. Safe to repeat. */
  async expired(em: EntityManager, integrationId: string): Promise<void> {
    const [one] = await queryRows<{ organisationId: string }>(em, FORGET_FAILURES, [integrationId]);
    const account = await accountOf(em, integrationId);
    if (!one || !account) return;
    const keys = SYNC_KINDS.map((kind) => stalledKey(integrationId, kind));
    await this.notifier.resolve(em, one.organisationId, keys, waitsForReconnect(account), RECONNECT_DETAIL);
  }
}

async function activeAccount(em: EntityManager, integrationId: string): Promise<Account | undefined> {
  const account = await accountOf(em, integrationId);
  return account?.status === 'active' ? account : undefined;
}

async function accountOf(em: EntityManager, integrationId: string): Promise<Account | undefined> {
  return (await queryRows<Account>(em, ACCOUNT, [integrationId]))[0];
}
