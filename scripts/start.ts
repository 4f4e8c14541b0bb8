// `npm start`: the service with everything it needs, on a machine that has only Node.
import 'reflect-metadata';
import path from 'node:path';
import { stopOnSignal } from '../src/stop-on-signal.js';
import { explain } from './launch/explain.js';
import { launch, type Launched } from './launch/launch.js';
import { dataDir, loadEnvironment } from './launch/load-environment.js';

function announce({ config, sandboxUrl, embeddedPostgresPort }: Launched): void {
  const { port } = config.http;
  const here = `http://127.0.0.1:${port}`;
  const lines = [
    ['API', here],
    ['API docs', `${here}/api/docs`],
    ['Token', 'npm run --silent token -- --org <your organisation>'],
    ['Demo', 'npm run demo   (in another terminal)'],
    ...(sandboxUrl ? [['TikTok', `${sandboxUrl}   (a local sandbox: no TikTok app is configured)`]] : []),
    ...(embeddedPostgresPort
      ? [
          [
            'Data',
            `${path.relative('', config.dataDir) || '.'}   (PostgreSQL on port ${embeddedPostgresPort})`,
          ],
        ]
      : []),
  ];
  const text = lines.map(([name = '', value]) => `  ${name.padEnd(10)}${value}`).join('\n');
  console.log(`\nThe TikTok connector is ready. Ctrl-C stops it.\n\n${text}\n`);
}

// As SHUTDOWN_GRACE_SECONDS has it; the configuration itself is read while launching.
const graceMs = Number(process.env.SHUTDOWN_GRACE_SECONDS || 20) * 1000;

try {
  const launching = launch(loadEnvironment());
  // A signal while it starts is answered, too: what was launched would outlive us otherwise.
  stopOnSignal(() => launching.then((launched) => launched.stop()), graceMs);
  announce(await launching);
} catch (error) {
  console.error(explain(error, dataDir(process.env)));
  process.exit(1);
}
