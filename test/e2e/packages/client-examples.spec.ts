import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ClientExamples } from '../../support/client-examples.js';
import { useConnector } from '../../support/connector.js';
import { answeringTenant, UNLIMITED } from '../../support/given/answering.js';
import { CLIP } from '../../support/given/videos.js';
import { buildService } from '../../support/harness/build-service.js';

const SCOPES = ['video.list', 'video.upload', 'video.publish'];
const PATIENCE_MS = 120_000;
const connector = useConnector({ sandbox: UNLIMITED });

let examples: ClientExamples;
let environment: Record<string, string>;

beforeAll(async () => {
  const [tenant] = await Promise.all([answeringTenant(connector(), 'Price?', SCOPES), buildService()]);
  environment = {
    CONNECTOR_URL: connector().url,
    CONNECTOR_TOKEN: connector().token(tenant.organisationId),
    ORGANISATION: tenant.organisationId,
    VIDEO: path.resolve(CLIP),
  };
  examples = await ClientExamples.copy();
  await examples.compile();
}, PATIENCE_MS);

/** What each example prints at the end, in the order of the README. */
const PRINTS: [name: string, expected: RegExp][] = [
  ['connect.ts', /^Open http:\/\/\S+client_key=/],
  ['accounts.ts', /^@\w+: active\n[\s\S]*publish_private: works\n[\s\S]*manage_comments: works/],
  ['check.ts', /^\w+: \S.*\nnot ready\n$/m],
  ['publish.ts', /^100 %\n[\da-f-]{36}\n$/m],
  ['follow.ts', /Public/i],
  ['errors.ts', /^404 unknown_publication \S+/],
  ['sync.ts', /^videos: succeeded$/m],
  ['videos.ts', /^.* \d+ \d+$/m],
  ['inbox.ts', /^comment \S+/],
];

describe("the examples of the client's README", () => {
  it('are ten, and all of them are run', () => {
    expect(examples.names).toEqual(['connector.ts', ...PRINTS.map(([name]) => name)]);
  });

  it.each(PRINTS)(
    '%s does what it says',
    async (name, expected) => {
      expect(await examples.run(name, environment)).toMatch(expected);
    },
    60_000,
  );
});
