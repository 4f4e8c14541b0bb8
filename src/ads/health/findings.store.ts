import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock, newId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { Notifier } from '../../notifications/index.js';
import { AdAccountHealth } from './ad-account-health.entity.js';
import type { Finding, HealthTopic, KnownFinding } from './finding.js';
import type { HealthCheck } from './health-check.js';
import { HealthFinding } from './health-finding.entity.js';

/**
 * Stores findings, and notifies once about each: one notice for all that a check finds at the same time, and one all-clear when
 * the last of them is gone. Both commit together with the findings.
 */
@Injectable()
export class FindingsStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async known(accountId: string, topic: HealthTopic): Promise<Map<string, KnownFinding>> {
    const select = { objectId: true, reason: true, since: true };
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(HealthFinding).find({ where: { accountId, topic }, select }),
    );
    return new Map(rows.map(({ objectId, reason, since }) => [objectId, { reason, since }]));
  }

  /** @param all the present findings of the topic */
  async apply(account: AdAccountRef, check: HealthCheck, all: readonly Finding[]): Promise<void> {
    const found = [...new Map(all.map((one) => [one.objectId, one])).values()];
    const { accountId } = account;
    const { organisationId } = this.orgContext;
    const { topic } = check;
    await this.orgContext.transaction(async (em) => {
      // Two checks at once would each notify.
      const lock = { lock: { mode: 'pessimistic_write' as const } };
      const health = em.getRepository(AdAccountHealth);
      // Deleted in the meantime, with all data of the account.
      if (!(await health.findOne({ where: { organisationId, accountId }, ...lock }))) return;
      const rows = await em.getRepository(HealthFinding).findBy({ organisationId, accountId, topic });
      const before = new Map(rows.map((row) => [row.objectId, row]));
      const present = new Set(found.map(({ objectId }) => objectId));
      await this.update(em, found, before);
      await this.add(
        em,
        account,
        check,
        found.filter(({ objectId }) => !before.has(objectId)),
      );
      await this.end(
        em,
        account,
        check,
        rows.filter(({ objectId }) => !present.has(objectId)),
      );
    });
  }

  private async add(
    em: EntityManager,
    { accountId, ...account }: AdAccountRef,
    check: HealthCheck,
    fresh: readonly Finding[],
  ): Promise<void> {
    if (fresh.length === 0) return;
    const { organisationId } = this.orgContext;
    const noticeKey = `${keyPrefix(accountId, check.topic)}${newId()}`;
    await this.notifier.notify(em, organisationId, {
      ...check.notice({ accountId, ...account }, fresh),
      subject: { type: 'ad_account', id: accountId },
      dedupeKey: noticeKey,
    });
    const since = this.clock.now();
    const rows = fresh.map(({ objectId, name, campaignId = null, reason = '', fix = null }) => ({
      id: newId(),
      organisationId,
      accountId,
      topic: check.topic,
      objectId,
      campaignId,
      name,
      reason,
      fix,
      since,
      noticeKey,
    }));
    await em.getRepository(HealthFinding).insert(rows);
  }

  private async update(
    em: EntityManager,
    found: readonly Finding[],
    before: ReadonlyMap<string, HealthFinding>,
  ): Promise<void> {
    for (const { objectId, name, reason, fix = null } of found) {
      const row = before.get(objectId);
      if (!row || reason === undefined || (row.reason === reason && row.name === name)) continue;
      await em.getRepository(HealthFinding).update({ id: row.id }, { name, reason, fix });
    }
  }

  /** The topic is over when nothing is left of it. Until then an all-clear would be false. */
  private async end(
    em: EntityManager,
    account: AdAccountRef,
    check: HealthCheck,
    gone: readonly HealthFinding[],
  ): Promise<void> {
    if (gone.length === 0) return;
    const { accountId } = account;
    const { organisationId } = this.orgContext;
    const findings = em.getRepository(HealthFinding);
    await findings.delete({ id: In(gone.map(({ id }) => id)) });
    if (await findings.existsBy({ organisationId, accountId, topic: check.topic })) return;
    await this.notifier.resolve(em, organisationId, [keyPrefix(accountId, check.topic)], check.over(account));
  }
}

function keyPrefix(accountId: string, topic: HealthTopic): string {
  return `ad_health:${accountId}:${topic}:`;
}
