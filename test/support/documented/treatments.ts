import type { DocumentedCommand } from './commands-in.js';

/** Where a command is typed: beside `npm start`, in the folder of the rehearsal, or at a sandbox of its own. */
export type Place = 'development' | 'staging' | 'sandbox';

/** How a command is run where it is not simply typed and has to succeed. */
export interface Treatment {
  match: RegExp;
  /** Why it is not run here. Everything else is. */
  notRun?: string;
  /** What is typed instead. */
  as?: (text: string) => string;
  exitCode?: number;
  /** What the text around it promises. */
  prints?: RegExp;
  /** Typed again until it prints that. */
  untilItPrints?: boolean;
  /** Goes on running; the address answers when it is up. */
  servesAt?: string;
  /** Takes long and does the same on each page: typed once in a place. */
  isOnce?: boolean;
  place?: Place;
}

const names = (match: RegExp): Treatment => ({
  match,
  notRun: 'names a command that is run in full elsewhere',
});
const byCi = (match: RegExp): Treatment => ({ match, notRun: '.ci/run runs it, or what it consists of' });

/** The first that matches counts; a command that none matches is typed as it stands. */
export const TREATMENTS: Treatment[] = [
  { match: /^npm ci && npm start$/, notRun: 'runs before all others, with the packages of this folder' },
  byCi(/^npm ci && npm run build$/),
  // Without the build: it would check all types, which .ci/run does.
  { match: /^npm run build && npx typeorm/, as: (text) => text.replace('npm run build && ', '') },
  byCi(/^npm ci && npm test$/),
  byCi(/^npm run check(:\w+)?\s*(#|$)/),
  byCi(/^npm run lint$/),
  byCi(/^npm test\b/),
  { match: /^npm run test:soak/, notRun: 'runs for the better part of an hour' },
  { match: /^npm run test:durations/, notRun: 'writes a table from the results of a whole run' },
  { match: /^UPDATE_DOCS=1 npm test\b/, notRun: 'writes a page; the same spec compares it otherwise' },
  { match: /lint:fix|^npm run format/, notRun: 'writes into every file; npm run check reads the same' },
  {
    match: /^npm run screenshots$/,
    as: () => 'npm run screenshots -- --page home --days 0',
    prints: /home-1440-dark\.png/,
  },
  {
    match: /^npm run screenshots -- --docs$/,
    notRun: 'writes the pictures of docs/screens; the command above takes the same pictures',
  },
  { match: /^npm run dev --workspace packages\/admin$/, servesAt: 'http://127.0.0.1:5173/admin/' },
  { match: /^npm run start:dev$/, notRun: 'test/e2e/service/start-dev.spec.ts runs it' },
  {
    match: /^(npm install --save-dev|npx) tiktok-sandbox/,
    notRun: 'test/e2e/packages installs the packed sandbox and runs its command',
  },
  names(/^npm (ci|start|run token|run build)$/),
  { match: /^PORT=3001 npm start$/, notRun: 'is npm start, which runs, at another port' },
  { match: /^npm run bench/, notRun: 'measures for minutes; bench/ has specs of its parts' },
  { match: /^npm run demo$/, isOnce: true, prints: /Connected: @demo[\s\S]*That was the whole way\./ },
  {
    match: /^NODE_ENV=production npm run start:prod$/,
    notRun: 'needs a TikTok app; the rehearsal runs it with its settings',
  },
  { match: /^npm run start:prod$/, servesAt: 'http://127.0.0.1:3000/health/ready' },
  { match: /^SANDBOX_PORT=\S+ .*npm run sandbox$/, servesAt: 'http://127.0.0.1:4010/__sandbox/state' },
  { match: /^npm run sandbox$/, notRun: 'runs before the commands of its pages' },

  // The walk through the API.
  {
    match: /"publishId": ?"…"|<failed id>/,
    notRun: 'needs a post of the moment; test/e2e makes one',
  },
  { match: /"publishAt"/, as: withFutureDates, prints: /"publishId":"/ },
  { match: /"brandedContent": true/, prints: /"ok":false/ },
  { match: /get-auth-url/, prints: /"authUrl":"http/ },
  {
    match: /^call \$API\/api\/integrations$/,
    prints: /"username":"demo".*"status":"active"|"status":"active".*"username":"demo"/,
  },
  { match: /get-creator-info/, prints: /"privacyLevel/ },
  { match: /validate-publication/, prints: /"(errors|problems)":\[\]|"ok":true/ },
  { match: /"videoUrl": ?"https/, prints: /"publishId":"/ },
  { match: /init-video-upload/, prints: /"uploadUrl":"http/ },
  { match: /^curl -[TF] .*<uploadUrl>/, prints: /"sha256":"/ },
  { match: /publish-video/, prints: /"publishId":"/ },
  { match: /get-publish-status/, prints: /"status":"public"[\s\S]*"shareUrl":"https/, untilItPrints: true },
  { match: /sync\/trigger/, prints: /"runIds":\["/ },
  { match: /api\/ads\/accounts$/, prints: /"currency":"USD"/, untilItPrints: true },
  { match: /ads\/tools\/identities/, prints: /"type":"TT_USER"/ },
  { match: /ads\/metrics\?/, prints: /"timeZone":"/ },
  { match: /ads\/changes\?/, prints: /"items":\[/ },
  // Its media and its identity are examples, which the demo's ad account does not have.
  { match: /ads\/launches -d/, prints: /"complaints":\[.*upload_unknown/ },
  { match: /\$(JWT|AUTH)\b/, notRun: "has variables of the reader's own; test/e2e/ads sends the same calls" },
  { match: /<conversationId>/, notRun: 'needs an id of the moment; test/e2e/crm-inbox has them' },
  { match: /crm\/conversations\?/, prints: /"items":\[/ },
  {
    match: /^call -N .*crm\/stream/,
    as: (text) => text.replace('call -N', 'call -N -m 3'),
    exitCode: 28,
    prints: /retry: 3000/,
  },
  { match: /<(runId|videoId|id)>/, notRun: 'needs an id of the moment; test/e2e/sync has them' },
  { match: /sync\/runs\?/, prints: /"items":\[/ },
  { match: /sync\/policy/, prints: /"effective":\{/ },
  { match: /social-activity\/summary/, prints: /"timeZone":"UTC"/ },
  { match: /social-activity\/videos/, prints: /"videoId":"\d{19}"/, untilItPrints: true },

  // Without a database of its own the command only says how to ask.
  {
    match: /^npm run doctor( .*)?$/,
    exitCode: 2,
    prints: /curl http:\/\/127\.0\.0\.1:\d+\/api\/doctor/,
    place: 'development',
  },
  { match: /^curl .*\/api\/doctor/, prints: /"check":"settings"/ },
  { match: /^curl -N /, as: (text) => `timeout 3 ${text}`, exitCode: 124, prints: /retry: 3000/ },
  { match: /token -- --production/, prints: /^[\w.-]*$|valid for 15 min/m },

  // The sandbox.
  { match: /<publish_id>/, notRun: 'needs a post of the moment; the specs of the sandbox make one' },
  {
    match: /business\/messages\/react/,
    notRun: 'needs a message of the moment; the specs of the sandbox write one',
  },
  {
    match: /business\/objects\//,
    notRun: 'needs an object of the moment; the specs of the sandbox make one',
  },
  { match: /…\}/, notRun: 'leaves a part out, as the ellipsis shows' },
];

/** The days that a page names pass. */
function withFutureDates(text: string): string {
  const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return text.replace(/("publishAt": ?")\d{4}-\d\d-\d\d/, `$1${inAWeek}`);
}

/** Scripts of package.json that no page names, or that are not run here, and why. */
export const SCRIPTS_NOT_RUN: Record<string, string> = {
  bench: 'measures for minutes',
  build: '.ci/run runs it',
  test: 'runs this test',
  'test:soak': 'runs for the better part of an hour',
  'test:durations': 'writes a table from the results of a whole run',
  format: 'writes into every file; check:format reads the same',
  lint: 'is check:lint',
  'lint:fix': 'writes into every file; check:lint reads the same',
  'start:dev': 'test/e2e/service/start-dev.spec.ts runs it',
  check: 'consists of the check:… below',
  'check:format': '.ci/run runs it',
  'check:lint': 'consists of the two below',
  'check:oxlint': '.ci/run runs it',
  'check:eslint': '.ci/run runs it',
  'check:types': '.ci/run runs it',
  'check:types:admin': 'check:types runs it',
  'check:imports': '.ci/run runs it',
  'check:unit': '.ci/run runs it as npm test',
};

/** There the settings of the rehearsal are at hand, once its blocks have run. */
const IN_OPERATING: Treatment[] = [
  {
    match: /pg_dump|pg_has_role|^umask|connector\.dump|connector-files|"\$DATA_DIR/,
    notRun: 'test/integration/backup.spec.ts runs the whole block, at a server of the version of its pg_dump',
  },
  { match: /^npm run doctor$/, prints: /! settings/ },
  { match: /^npm run keys:rotate$/, prints: /Done: \d+ stored values/ },
];
const ELSEWHERE: Treatment[] = [
  {
    match: /^npm run keys:rotate$/,
    notRun: 'needs DATABASE_URL; docs/operating.md has the settings to run it',
  },
];

export function treatmentOf({ text, file, isInline }: DocumentedCommand): Treatment {
  const isOperating = file === 'docs/operating.md';
  if (isOperating && isInline && text === 'npm run doctor')
    return { match: /./, notRun: 'names the command, which runs in the blocks' };
  return (
    [...(isOperating ? IN_OPERATING : ELSEWHERE), ...TREATMENTS].find(({ match }) => match.test(text)) ?? {
      match: /./,
    }
  );
}

export function placeOf({ file }: DocumentedCommand, { place }: Treatment): Place {
  if (place) return place;
  if (file === 'docs/operating.md') return 'staging';
  return file.startsWith('packages/tiktok-sandbox') ? 'sandbox' : 'development';
}
