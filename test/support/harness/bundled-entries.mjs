// One bundle for every process of the fault specs: `run-bundled.mjs` chooses by its first argument what it runs.
export const entries = {
  main: () => import('../../../dist/src/main.js'),
  doctor: () => import('../../../dist/scripts/doctor.js'),
  'keys-rotate': () => import('../../../dist/scripts/keys-rotate.js'),
  token: () => import('../../../dist/scripts/token.js'),
  preloaded: preload,
};

export const loadService = () => import('../../../dist/src/serve.js');

// With its modules loaded, it says so in a message and starts on the next one, which has its last variables. A killed process is then followed by a new one
// as fast as under a supervisor.
async function preload() {
  await loadService();
  process.once('message', (variables) => {
    Object.assign(process.env, variables);
    process.disconnect();
    void import('../../../dist/src/main.js');
  });
  process.send('loaded');
}
