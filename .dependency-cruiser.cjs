// Who may import whom: the arrows of docs/architecture.md, which only point down. From the bottom to the top; peers on
// one line do not know each other. A module knows all layers below its own, or only those up to the one it names.
const LAYERS = [
  { modules: ['config', 'common'] },
  { modules: ['database'] },
  { modules: ['runtime'] },
  { modules: ['jobs', 'auth', 'idempotency'] },
  { modules: ['audit'] },
  { modules: ['notifications'] },
  { modules: ['tiktok'], upTo: 'common' },
  { modules: ['integrations'] },
  { modules: ['content', 'crm-inbox'] },
  { modules: ['ads'] },
  { modules: ['sync'] },
  { modules: ['webhooks'] },
  { modules: ['doctor'], upTo: 'content' },
  { modules: ['http'], upTo: 'auth' },
];

// The folders of src/content, in the same way: `post` is the ground, `preflight` the roof.
const CONTENT_LAYERS = [
  { modules: ['post', 'scheduling'] },
  { modules: ['rules'] },
  { modules: ['quotas'] },
  { modules: ['uploads'] },
  { modules: ['publishing'] },
  { modules: ['publications'] },
  { modules: ['preflight'] },
];

// The folders of src/ads: `spec` is the ground, a launch the roof.
const ADS_LAYERS = [
  { modules: ['spec', 'accounts', 'reports'] },
  { modules: ['rules'] },
  { modules: ['drivers'] },
  { modules: ['objects'] },
  { modules: ['policy'] },
  { modules: ['writes'] },
  { modules: ['creatives'] },
  { modules: ['audiences', 'metrics', 'calls', 'tools', 'spark'] },
  { modules: ['facts'] },
  { modules: ['management', 'launches'] },
  { modules: ['health'] },
];

// The rooms of src/sync. The files beside them compose: the module, the worker, the controllers and the lifecycle.
const SYNC_LAYERS = [
  { modules: ['policy', 'activity'] },
  { modules: ['runs'] },
  { modules: ['schedule'] },
  { modules: ['kinds', 'figures'] },
  { modules: ['dto'], upTo: 'runs' },
];

// The rooms of src/integrations. The files beside them compose: the module, the controller and its views.
const INTEGRATIONS_LAYERS = [
  { modules: ['integration', 'incidents'] },
  { modules: ['credentials', 'ad-accounts'] },
  { modules: ['oauth', 'rate-budgets'] },
  { modules: ['lifecycle'] },
  { modules: ['dto'], upTo: 'integration' },
];
const CREDENTIALS_LAYERS = [
  { modules: ['store'] },
  { modules: ['journal'] },
  { modules: ['refresh', 'keys'] },
];

function onlyDown(layers, root) {
  const layerOf = (name) => layers.findIndex(({ modules }) => modules.includes(name));
  const below = ({ upTo }, level) =>
    layers.slice(0, upTo === undefined ? level : layerOf(upTo) + 1).flatMap(({ modules }) => modules);
  const arrows = layers.flatMap((layer, level) =>
    layer.modules.map((name) => ({
      name: `${name}-imports-only-below`,
      severity: 'error',
      from: { path: `^${root}/${name}/` },
      to: { path: `^${root}/`, pathNot: `^${root}/(${[name, ...below(layer, level)].join('|')})/` },
    })),
  );
  const names = layers.flatMap(({ modules }) => modules);
  const everyFolder = {
    name: `every-folder-of-${root}-has-a-layer`,
    comment: 'add a new folder to its table of layers, above',
    severity: 'error',
    from: { path: `^${root}/[^/]+/`, pathNot: `^${root}/(${names.join('|')})/` },
    to: {},
  };
  return [...arrows, everyFolder];
}

module.exports = {
  forbidden: [
    ...onlyDown(LAYERS, 'src'),
    ...onlyDown(CONTENT_LAYERS, 'src/content'),
    ...onlyDown(SYNC_LAYERS, 'src/sync'),
    ...onlyDown(ADS_LAYERS, 'src/ads'),
    ...onlyDown(INTEGRATIONS_LAYERS, 'src/integrations'),
    ...onlyDown(CREDENTIALS_LAYERS, 'src/integrations/credentials'),
    {
      name: 'through-the-face',
      comment: 'another module is known by its index.ts only',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'not-its-own-face',
      comment: 'a module that imports its own index.ts makes a circle',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/$1/index\\.ts$' },
    },
    {
      name: 'rules-of-ads-ask-nothing',
      comment: 'a rule judges what it is given; what has to be asked belongs to src/ads/facts',
      severity: 'error',
      from: { path: '^src/ads/rules/' },
      to: { path: '^src/(content|database|jobs|notifications|tiktok)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'production-knows-no-tools',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(packages|scripts|test|bench)/|(^|node_modules/)(tiktok-sandbox|local-postgres)(/|$)' },
    },
    {
      name: 'packages-stand-alone',
      comment: 'a sandbox that shared code with the connector would share its mistakes',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: '^packages/admin/' },
      to: {
        path: '^(src|scripts|test|bench|packages)/|(^|node_modules/)(tiktok-sandbox|local-postgres)(/|$)',
        pathNot: '^packages/$1/',
      },
    },
    {
      name: 'admin-ui-calls-by-the-client',
      comment: 'the admin UI proves the API: it uses what every other UI has',
      severity: 'error',
      from: { path: '^packages/admin/' },
      to: {
        path: '^(src|scripts|test|bench|packages)/|(^|node_modules/)(tiktok-sandbox|local-postgres)(/|$)',
        pathNot: '^packages/(admin/|client/src/index\\.ts$)',
      },
    },
    {
      name: 'admin-pages-know-no-other',
      comment: 'what two pages share belongs to packages/admin/src/ui',
      severity: 'error',
      from: { path: '^packages/admin/src/pages/([^/]+)/' },
      to: { path: '^packages/admin/src/pages/', pathNot: '^packages/admin/src/pages/$1/' },
    },
    {
      name: 'packages-by-name',
      comment: "a package's exports are its face; nothing outside reaches deeper",
      severity: 'error',
      from: { pathNot: '^packages/' },
      to: { path: '^packages/', pathNot: '^packages/[^/]+/src/(index|testing/index|main)\\.ts$' },
    },
    {
      name: 'workspaces-are-linked',
      comment: 'run npm ci: an import that does not resolve escapes the rules above',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^(tiktok-sandbox|local-postgres)' },
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
    exclude: { path: '^packages/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['tiktok-connector-source', 'import', 'node', 'default'],
    },
  },
};
