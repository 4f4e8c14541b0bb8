import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../common/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import type { Credential } from '../../integration/credential.entity.js';

// Renewed while TikTok is asked; a killed process's lease ends after it.
const LEASE_SECONDS = 20;
const RENEW_EVERY_MS = (LEASE_SECONDS / 4) * 1000;

/** The right to ask TikTok for a new pair. */
export interface RefreshTurn {
  lease: string;
  credentialId: string;
  family: Credential['family'];
  refreshToken: string;
  /** The access token that is held, when it still works. */
  usable: string | undefined;
}

/** No attempt is under way. */
export const UNLEASED = { refreshLease: null, refreshLeaseUntil: null };

/**
 * Leases on credential rows. The attempt that holds one asks TikTok for a new pair, without a connection or a lock.
 * PostgreSQL's clock decides, so processes need not agree on the time.
 */
@Injectable()
export class RefreshLeases {
  /** This process, in the marks of refreshes under way. */
  readonly processId = newId();

  constructor(private readonly system: SystemContext) {}

  /**
   * In the transaction that holds the row's lock. Moves `refresh_retry_at` too: a process of a version without leases
   * then does not ask TikTok in the meantime.
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
  async during<T>(credentialId: string, lease: string, work: () => Promise<T>): Promise<T> {
    // A database that is away costs at most the lease: the refresh goes on, and its pair is committed later.
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

  /** Tells whether an attempt holds the lease now. */
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
    await this.system.transaction('go on with a refresh', (em) =>
      em.query(sql, [credentialId, lease, LEASE_SECONDS]),
    );
  }
}
