import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialReads } from '../../src/integrations/index.js';
import { useConnector } from '../support/connector.js';

const connector = useConnector({ webhooks: false, environment: { APP_ROLE: 'api' } });
const query = <Row>(sql: string, values: unknown[] = []) => connector().database.query<Row>(sql, values);
const reads = () => connector().app.get(CredentialReads);

let id: string;
beforeEach(async () => {
  id = randomUUID();
  await query(
    `INSERT INTO credentials (id, family, app_id, subject, access_token, scopes, issued_at)
     VALUES ($1, 'login', 'app', $2, 'first', '{}', now())`,
    [id, id],
  );
});

const token = async () => (await reads().read(id))?.accessToken;
const store = (value: string) => query('UPDATE credentials SET access_token = $2 WHERE id = $1', [id, value]);

describe('CredentialReads', () => {
  it('reads a credential for each call', async () => {
    expect(await token()).toBe('first');
    await store('second');

    expect(await token()).toBe('second');
  });

  it('reads it once for the calls of a run in quick succession', async () => {
    await reads().during(async () => {
      expect(await token()).toBe('first');
      await store('second');

      expect(await token()).toBe('first');
    });
    expect(await token()).toBe('second');
  });

  it('reads it again in a run that is about to change it', async () => {
    await reads().during(async () => {
      await token();
      await store('second');
      reads().forget(id);

      expect(await token()).toBe('second');
    });
  });

  it('looks again for a credential that is missing', async () => {
    await query('DELETE FROM credentials WHERE id = $1', [id]);
    await reads().during(async () => {
      expect(await token()).toBeUndefined();
      expect(await token()).toBeUndefined();
    });
  });
});
