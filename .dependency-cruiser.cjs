// Who may import whom: the arrows of docs/architecture.md, which only point down.
const MODULES = [
  'config',
  'common',
  'database',
  'jobs',
  'auth',
  'notifications',
  'tiktok',
  'integrations',
  'content',
  'ads',
  'crm-inbox',
  'sync',
  'webhooks',
  'doctor',
  'http',
];

/** What each module may know, besides itself and packages. */
const MAY_IMPORT = {
  config: [],
  common: [],
  database: ['config', 'common'],
  jobs: ['config', 'common', 'database'],
  auth: ['config', 'common', 'database'],
  notifications: ['config', 'common', 'database', 'jobs', 'auth'],
  tiktok: ['config', 'common'],
  integrations: ['config', 'common', 'database', 'jobs', 'auth', 'notifications', 'tiktok'],
  content: ['config', 'common', 'database', 'jobs', 'auth', 'notifications', 'tiktok', 'integrations'],
  ads: ['config', 'common', 'database', 'jobs', 'auth', 'notifications', 'tiktok', 'integrations'],
  'crm-inbox': ['config', 'common', 'database', 'jobs', 'auth', 'notifications', 'tiktok', 'integrations'],
  sync: [
    'config',
    'common',
    'database',
    'jobs',
    'auth',
    'notifications',
    'tiktok',
    'integrations',
    'content',
    'ads',
    'crm-inbox',
  ],
  webhooks: [
    'config',
    'common',
    'database',
    'jobs',
    'auth',
    'notifications',
    'tiktok',
    'integrations',
    'content',
    'ads',
    'crm-inbox',
    'sync',
  ],
  doctor: ['config', 'common', 'database', 'jobs', 'auth', 'tiktok', 'integrations'],
  http: ['config', 'common', 'database', 'jobs', 'auth'],
};

const arrows = MODULES.map((name) => ({
  name: `${name}-imports-only-below`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...MAY_IMPORT[name]].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'through-the-face',
      comment: 'another module is known by its index.ts only; database/embedded has a face of its own',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/database/embedded/index\\.ts$'],
      },
    },
    {
      name: 'not-its-own-face',
      comment: 'a module that imports its own index.ts makes a circle',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/$1/index\\.ts$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'production-knows-no-sandbox',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|scripts|test|bench)/' },
    },
    {
      name: 'sandbox-stands-alone',
      comment: 'a double that shares code with the connector would share its mistakes',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|scripts|test|bench)/' },
    },
    {
      name: 'one-way-out-to-tiktok',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tiktok/' },
      to: { path: '(^|node_modules/)got(/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
