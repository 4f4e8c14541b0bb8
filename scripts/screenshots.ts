// `npm run screenshots [-- --page inbox] [--out folder]`: every page of the admin UI in both widths and both themes, with the data
// of the demo. It needs Chromium.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/common/index.js';
import { Api } from './demo/api.js';
import { startOwn } from './demo/own-service.js';
import { tellStory } from './demo/whole-story.js';
import { loadEnvironment } from './launch/load-environment.js';
import { tokenFor } from './launch/token-for.js';
import { runCommand } from './run-command.js';
import { Camera } from './screenshots/camera.js';
import { pagesOf } from './screenshots/pages.js';

const CLOSES_WITHIN_MS = 30_000;
const ORGANISATION = 'acme';

await runCommand(
  async (onEnd) => {
    const { values } = parseArgs({
      options: {
        page: { type: 'string', multiple: true },
        out: { type: 'string', default: 'test-results/screenshots' },
      },
    });
    const own = await startOwn(loadEnvironment());
    onEnd(async () => await own.stop());
    const token = tokenFor(own.variables, {
      organisationIds: [ORGANISATION],
      userId: 'developer',
      role: 'admin',
    });
    const api = new Api(own.url, ORGANISATION, token);
    await tellStory(api);
    const camera = await Camera.open(values.out);
    onEnd(async () => await camera.close());
    for (const page of await pagesOf(api))
      if (values.page?.includes(page.name) ?? true)
        for (const file of await camera.take(own.url, token, page)) console.log(file);
    return 0;
  },
  {
    usage: 'usage: npm run screenshots [-- --page <name>] [--out <folder>]',
    explain: (error) => `\nNo screenshots: ${messageOf(error)}`,
    closesWithinMs: CLOSES_WITHIN_MS,
  },
);
