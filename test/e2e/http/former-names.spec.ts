import { beforeAll, describe, expect, it } from '@jest/globals';
import { FORMER_NAMES } from '../../../src/common/index.js';
import type { ApiClient } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import type { ServedDocument } from '../../support/openapi-document.js';
import { begin } from '../../support/given/publications.js';

const connector = useConnector({ environment: { TIKTOK_APP_AUDITED: 'false' } });
let api: ApiClient;
let integrationId: string;
let publishId: string;
beforeAll(async () => {
  ({ api, integrationId } = await connector().tenant());
  ({ publishId } = await begin(api, { privacyLevel: 'SELF_ONLY' }));
  await connector().database.query(
    `UPDATE publications SET status = 'failed', fail_code = 'picture_size_check_failed', fail_reason = 'Too small.'
     WHERE id = '${publishId}'`,
  );
});

interface Fields {
  [name: string]: Fields & Fields[];
}

/** An object of each schema, from an answer that has one. */
const EXAMPLES: Record<keyof typeof FORMER_NAMES, () => Promise<Fields | undefined>> = {
  FieldProblem: async () => (await api.provider<Fields>('init-video-upload', {})).body['errors']?.[0],
  PostProblemView: async () =>
    (await api.provider<Fields>('validate-publication', { title: 'x' })).body['problems']?.[0],
  CreatorRefusalView: async () => (await api.provider<Fields>('get-creator-info', {})).body['refusal'],
  AppStateView: async () => (await api.provider<Fields>('get-creator-info', {})).body['app'],
  PublicationView: async () => (await api.get<Fields>(`/api/publications/${publishId}`)).body,
  FailureView: async () => (await api.get<Fields>(`/api/publications/${publishId}`)).body['failure'],
  RecentErrorView: async () =>
    (await api.get<Fields>(`/api/integrations/${integrationId}`)).body['lastErrors']?.[0],
};

describe.each(Object.entries(FORMER_NAMES))('%s', (schema, names) => {
  it('carries each renamed field under its old name, too', async () => {
    const answered = await EXAMPLES[schema as keyof typeof FORMER_NAMES]();

    for (const [former, name] of Object.entries(names)) {
      expect(answered?.[name]).toEqual(expect.any(String));
      expect(answered?.[former]).toEqual(answered?.[name]);
    }
  });

  it('documents the old names as deprecated, with their successors', async () => {
    const { body } = await connector().anonymous.get('/api/openapi.json');
    const { properties = {}, required } =
      (body as unknown as ServedDocument).components.schemas[schema] ?? {};

    for (const [former, name] of Object.entries(names)) {
      expect(properties[former]).toMatchObject({
        deprecated: true,
        description: expect.stringContaining(`Use \`${name}\``),
      });
      expect(required).not.toContain(former);
    }
  });
});

it('GET /api/publications carries the old name in every item', async () => {
  const { body } = await api.get<{ items: { statusText: string; meaning: string }[] }>('/api/publications');

  expect(body.items.length).toBeGreaterThan(0);
  expect(body.items.map(({ meaning }) => meaning)).toEqual(body.items.map(({ statusText }) => statusText));
});
