import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { CredentialStore } from './credential-store.js';
import { Credential } from './credential.entity.js';
import { TokenCipher } from './token-cipher.js';

const BATCH = 100;

/** Writes every token anew under the newest key, row by row, while the service goes on reading and refreshing. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly store: CredentialStore,
    private readonly cipher: TokenCipher,
  ) {}

  /** @returns how many credentials were written anew */
  async rotate(onProgress: (done: number) => void): Promise<number> {
    let done = 0;
    for (let ids = await this.outdated(); ids.length > 0; ids = await this.outdated()) {
      for (const id of ids) await this.rewrite(id);
      done += ids.length;
      onProgress(done);
    }
    return done;
  }

  private outdated(): Promise<string[]> {
    const prefix = `v1.${this.config.encryptionKeys[0].id}.`;
    const sql = `SELECT id FROM credentials
      WHERE NOT starts_with(access_token, $1) OR NOT starts_with(refresh_token, $1) ORDER BY id LIMIT $2`;
    return this.system.transaction('find tokens under old keys', async (em) =>
      (await queryRows<{ id: string }>(em, sql, [prefix, BATCH])).map((row) => row.id),
    );
  }

  /** Under the row's lock: a refresh at the same time waits, or comes first and has used the newest key already. */
  private rewrite(id: string): Promise<void> {
    return this.system.transaction('write a token under the newest key', async (em: EntityManager) => {
      const repository = em.getRepository(Credential);
      const row = await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) return;
      await repository.update(
        { id },
        {
          accessToken: this.cipher.encrypt(this.store.accessToken(row), {
            recordId: id,
            field: 'access_token',
          }),
          refreshToken:
            row.refreshToken &&
            this.cipher.encrypt(this.store.refreshToken(row), { recordId: id, field: 'refresh_token' }),
        },
      );
    });
  }
}
