// `npm start`: the service with everything it needs, on a machine that has only Node.
import 'reflect-metadata';
import path from 'node:path';
import { stopOnSignal } from '../src/stop-on-signal.js';
import { explain } from './launch/explain.js';
import { launch, type Launched } from './launch/launch.js';
import { planOf } from './launch/launch-plan.js';
import { dataDir, loadEnvironment } from './launch/load-environment.js';

type Line = [name: string, value: string];

function announce({ config, sandboxUrl, embeddedPostgresPort }: Launched): void {
  const here = `http://127.0.0.1:${config.http.port}`;
  const data = path.relative('', config.dataDir) || '.';
  const forDevelopment: Line[] = [
    ['API docs', `${here}/api/docs`],
    ['Token', 'npm run --silent token -- --org <your organisation>'],
    ['Demo', 'npm run demo   (in another terminal)'],
  ];
  const lines: Line[] = [
    ['API', here],
    ...(config.production ? [] : forDevelopment),
    ...(sandboxUrl
      ? [['TikTok', `${sandboxUrl}   (a local sandbox: no TikTok app is configured)`] satisfies Line]
      : []),
    ...(embeddedPostgresPort
      ? [['Data', `${data}   (PostgreSQL on port ${embeddedPostgresPort})`] satisfies Line]
      : []),
  ];
  const text = lines.map(([name, value]) => `  ${name.padEnd(10)}${value}`).join('\n');
  console.log(`\nThe TikTok connector is ready. Ctrl-C stops it.\n\n${text}\n`);
}

try {
  const variables = loadEnvironment();
  const { graceMs } = planOf(variables).config.http;
  const launching = launch(variables);
  // A signal while it starts is answered, too: what was launched would outlive us otherwise.
  stopOnSignal(() => launching.then(({ stop }) => stop(), nothing), graceMs);
  announce(await launching);
} catch (error) {
  console.error(explain(error, dataDir(process.env)));
  process.exit(1);
}

/** What a start that failed has opened it has closed itself. */
function nothing(): void {}
