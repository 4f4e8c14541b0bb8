// `npm run demo [-- --file video.mp4] [--url http://…]`: the whole story in a terminal, against the service that runs at
// PORT or at the given address, or else against one of its own.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/common/index.js';
import { Api } from './demo/api.js';
import { startOwn, type OwnService } from './demo/own-service.js';
import { findService } from './demo/running-service.js';
import { tellStory } from './demo/whole-story.js';
import { loadEnvironment, type Variables } from './launch/load-environment.js';
import { tokenFor } from './launch/token-for.js';
import { runCommand } from './run-command.js';

// A database, a sandbox and a service, each of which ends in order.
const CLOSES_WITHIN_MS = 30_000;

/** The output of the story. */
interface Stage {
  url: string;
  variables: Variables;
  own?: OwnService;
}

async function findStage(variables: Variables, givenUrl: string | undefined): Promise<Stage> {
  const found = await findService(variables, givenUrl);
  if ('url' in found) return { url: found.url, variables };
  console.log(`${found.why} Starting a connector for the demo…`);
  const own = await startOwn(variables);
  return { url: own.url, variables: own.variables, own };
}

function apiOf({ url, variables }: Stage): Api {
  // An organisation of its own, so that the demo finds only what is its own and can be run again.
  const organisationId = `demo-${randomUUID().slice(0, 8)}`;
  const token = tokenFor(variables, { organisationIds: [organisationId], userId: 'demo', role: 'admin' });
  console.log(`The demo acts for the organisation ${organisationId} at ${url}.`);
  return new Api(url, organisationId, token);
}

async function tell(stage: Stage, file: string | undefined): Promise<void> {
  const sandbox = await tellStory(apiOf(stage), { file });
  console.log(`\nThat was the whole way. ${whereNext(stage, sandbox)}\n`);
}

function whereNext({ url, own }: Stage, sandbox: string): string {
  if (own) return 'Start your own with `npm start`, and look around at its API documentation.';
  return `The API documentation is at ${url}/api/docs, and what TikTok holds at ${sandbox}.`;
}

await runCommand(
  async (onEnd) => {
    const { values } = parseArgs({ options: { file: { type: 'string' }, url: { type: 'string' } } });
    const stage = await findStage(loadEnvironment(), values.url);
    onEnd(async () => await stage.own?.stop());
    await tell(stage, values.file);
    return 0;
  },
  {
    usage: 'usage: npm run demo [-- --file <video>] [--url <address of the service>]',
    explain: (error) => `\nThe demo stopped: ${messageOf(error)}`,
    closesWithinMs: CLOSES_WITHIN_MS,
  },
);
