import path from 'node:path';
import { developmentToken } from '../../src/auth/index.js';
import type { AppConfig } from '../../src/config/index.js';

type Line = [name: string, value: string];

/** Prints the addresses after the start. */
export function announce(
  headline: string,
  {
    config,
    sandboxUrl,
    embeddedPostgresPort,
  }: {
    config: AppConfig;
    sandboxUrl: string | undefined;
    embeddedPostgresPort: number | undefined;
  },
): void {
  const here = `http://127.0.0.1:${config.http.port}`;
  const data = path.relative('', config.dataDir) || '.';
  const forDevelopment: Line[] = [
    ...adminLines(config, here),
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
  console.log(`\n${headline}\n\n${text}\n`);
}

/** A link that signs in to the admin UI. The token is behind the `#`, which browsers do not send. */
function adminLines({ adminUi, jwt }: AppConfig, here: string): Line[] {
  if (!adminUi.enabled || jwt.jwksUrl !== undefined) return [];
  const token = developmentToken(jwt, { organisationIds: ['acme'], userId: 'developer', role: 'admin' });
  return [['Admin UI', `${here}/admin#token=${token}`]];
}
