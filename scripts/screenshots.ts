// `npm run screenshots [-- --page inbox] [--out folder] [--days 7] [--language de] [--whole] [--docs]`: every page of the admin UI in
// both widths and both themes, with sample data of some days. With --whole: from top to bottom. With --docs: the small pictures of
// docs/screens. It needs Chromium.
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
import { longToken } from './screenshots/long-token.js';
import { BEFORE_DAYS, pagesOf } from './screenshots/pages.js';
import { sampleConversations } from './screenshots/sample-conversations.js';
import { passDays } from './screenshots/sample-days.js';
import { samplePosts } from './screenshots/sample-posts.js';
import { StoryClock } from './screenshots/story-clock.js';

const CLOSES_WITHIN_MS = 30_000;
const ORGANISATION = 'acme';
const DOCS = 'docs/screens/images';
// The sandbox is new, so they are not taken.
const NAMES = { campaign: 'Spring sale', audience: 'Newsletter readers' };
const CALLER = { organisationIds: [ORGANISATION], userId: 'anna', role: 'operator' } as const;
const SETTINGS = {
  TIKTOK_BUSINESS_ACCOUNT_SCOPES:
    'user.info.basic,user.info.username,user.info.stats,user.insights,video.list,video.insights,comment.list,' +
    'comment.list.manage,message.list.read,message.list.send,message.list.manage',
};

await runCommand(
  async (onEnd) => {
    const { values } = parseArgs({
      options: {
        page: { type: 'string', multiple: true },
        out: { type: 'string', default: 'test-results/screenshots' },
        days: { type: 'string', default: '7' },
        language: { type: 'string', multiple: true, default: ['en'] },
        whole: { type: 'boolean', default: false },
        docs: { type: 'boolean', default: false },
      },
    });
    const clock = new StoryClock();
    const own = await startOwn(loadEnvironment(), { variables: SETTINGS, clock });
    onEnd(async () => await own.stop());
    const api = new Api(own.url, ORGANISATION, tokenFor(own.variables, CALLER));
    const sandbox = await tellStory(api, { names: NAMES });
    await samplePosts(api, sandbox);
    await sampleConversations(api, sandbox);
    const camera = await Camera.open({
      folder: values.docs ? DOCS : values.out,
      languages: values.docs ? ['en'] : values.language,
      isWhole: values.whole,
      isForDocs: values.docs,
    });
    onEnd(async () => await camera.close());
    const token = longToken(own.variables, CALLER);
    const take = async (isWanted: (name: string) => boolean) => {
      for (const page of await pagesOf(api))
        if (isWanted(page.name) && (values.page?.includes(page.name) ?? true))
          for (const file of await camera.take(own.url, token, clock.now(), page)) console.log(file);
    };
    await take((name) => BEFORE_DAYS.has(name));
    // PostgreSQL keeps its own time, so what becomes due after this is not done.
    await passDays(api, sandbox, clock, Number(values.days));
    await take((name) => !BEFORE_DAYS.has(name));
    return 0;
  },
  {
    usage:
      'usage: npm run screenshots [-- --page <name>] [--out <folder>] [--days <n>] [--language <en|de>] [--whole] [--docs]',
    explain: (error) => `\nNo screenshots: ${messageOf(error)}`,
    closesWithinMs: CLOSES_WITHIN_MS,
  },
);
