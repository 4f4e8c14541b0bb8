// `npm run demo [-- --file video.mp4]`: the whole story in a terminal, against a running service or one of its own.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { got } from 'got';
import { messageOf } from '../src/common/index.js';
import { Api } from './demo/api.js';
import { connect } from './demo/connect.js';
import { inbox, sync, webhooks } from './demo/observe.js';
import { publish, upload } from './demo/publish.js';
import { sampleVideo } from './demo/sample-video.js';
import { explain } from './launch/explain.js';
import { launch, type Launched } from './launch/launch.js';
import { dataDir, loadEnvironment, type Variables } from './launch/load-environment.js';
import { tokenFor } from './launch/token-for.js';

async function isRunning(url: string): Promise<boolean> {
  const answer = await got(`${url}/health/ready`, { throwHttpErrors: false, retry: { limit: 0 } }).catch(
    () => undefined,
  );
  return answer?.statusCode === 200;
}

async function startOwn(variables: Variables): Promise<Launched> {
  console.log('Nothing is running yet: starting a connector for the demo…');
  return await launch({ ...variables, LOG_LEVEL: 'warn' });
}

function apiOf(url: string, variables: Variables): Api {
  // An organisation of its own, so that the demo finds nothing of anybody else's and can be run again.
  const organisationId = `demo-${randomUUID().slice(0, 8)}`;
  const token = tokenFor(variables, { organisationIds: [organisationId], userId: 'demo', role: 'admin' });
  console.log(`The demo acts for the organisation ${organisationId} at ${url}.`);
  return new Api(url, organisationId, token);
}

async function tell(api: Api, file: string | undefined): Promise<void> {
  const sandbox = await connect(api);
  const video = await sampleVideo(file);
  const publishId = await upload(api, video);
  await video.discard();
  const postId = await publish(api, publishId, video.sizeBytes);
  await sync(api, postId);
  await webhooks(api);
  await inbox(api, sandbox, postId);
  console.log(`\nThat was the whole way. Have a look at the other side of it, too: ${sandbox}\n`);
}

const { values } = parseArgs({ options: { file: { type: 'string' }, url: { type: 'string' } } });
const variables = loadEnvironment();
let own: Launched | undefined;
try {
  const url = values.url ?? `http://127.0.0.1:${variables.PORT || 3000}`;
  if (!(await isRunning(url))) own = await startOwn(variables);
  await tell(apiOf(url, variables), values.file);
} catch (error) {
  console.error(`\nThe demo stopped: ${own ? messageOf(error) : explain(error, dataDir(variables))}`);
  process.exitCode = 1;
} finally {
  await own?.stop();
}
// What a failed start has opened must not keep the process.
process.exit(process.exitCode ?? 0);
