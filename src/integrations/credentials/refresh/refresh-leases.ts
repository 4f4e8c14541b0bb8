import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../common/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import type { Credential } from '../../integration/credential.entity.js';

// Renewed while TikTok is asked. The lease of a killed process ends after this time.
const LEASE_SECONDS = 20;
const RENEW_EVERY_MS = (LEASE_SECONDS / 4) * 1000;

/** The right to ask TikTok for a new pair. */
export interface RefreshTurn {
  lease: string;
  credentialId: string;
  family: Credential['family'];
  refreshToken: string;
  /** The stored access token, if it still works. */
  usable: string | undefined;
}

/**
 * Leases credential rows. The attempt that holds a lease asks TikTok for a new pair, without a connection or a lock.
 * PostgreSQL's clock decides, so the clocks of processes may differ.
 */
@Injectable()
export class RefreshLeases {
  /** Names this process in the marks of its refreshes. */
  readonly processId = newId();

  constructor(private readonly system: SystemContext) {}

  /**
   * Takes the lease in the transaction that holds the row's lock. Moves `refresh_retry_at` too, so that a process of a
   * version without leases does not ask TikTok in the meantime.
   * @returns the lease; undefined while another attempt holds one
   */
  async take(em: EntityManager, credentialId: string): Promise<string | undefined> {
    const lease = newId();
    const sql = `
      UPDATE credentials SET refresh_lease = $2, refresh_lease_until = now() + make_interval(secs => $3),
        refresh_retry_at = now() + make_interval(secs => $3)
      WHERE id = $1 AND (refresh_lease_until IS NULL OR refresh_lease_until <= now()) RETURNING id`;
    const taken = await queryRows(em, sql, [credentialId, lease, LEASE_SECONDS]);
    return taken.length === 1 ? lease : undefined;
  }

  /** Does the work and renews the lease in the meantime. */
  async during<T>({ credentialId, lease }: RefreshTurn, work: () => Promise<T>): Promise<T> {
    // An unavailable database costs at most the lease: the refresh continues, and its pair is committed later.
    const renewal = setInterval(
      () => void this.renew(credentialId, lease).catch(() => undefined),
      RENEW_EVERY_MS,
    );
    try {
      return await work();
    } finally {
      clearInterval(renewal);
    }
  }

  /** True while an attempt holds the lease. */
  isTaken(credentialId: string): Promise<boolean> {
    const sql = `SELECT 1 FROM credentials WHERE id = $1 AND refresh_lease_until > now()`;
    return this.system.transaction('is a refresh under way', async (em) => {
      const rows = await queryRows(em, sql, [credentialId]);
      return rows.length === 1;
    });
  }

  private async renew(credentialId: string, lease: string): Promise<void> {
    const sql = `
      UPDATE credentials SET refresh_lease_until = now() + make_interval(secs => $3),
        refresh_retry_at = now() + make_interval(secs => $3)
      WHERE id = $1 AND refresh_lease = $2`;
    await this.system.transaction('renew the lease of a refresh', (em) =>
      em.query(sql, [credentialId, lease, LEASE_SECONDS]),
    );
  }
}
