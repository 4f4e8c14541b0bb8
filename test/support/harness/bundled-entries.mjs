// One bundle for every process of the fault specs: the first argument chooses what it runs.
const ENTRIES = {
  main: () => import('../../../dist/src/main.js'),
  doctor: () => import('../../../dist/scripts/doctor.js'),
  'keys-rotate': () => import('../../../dist/scripts/keys-rotate.js'),
  token: () => import('../../../dist/scripts/token.js'),
  preloaded: preload,
};

// With its modules loaded, it says so in a message and starts on the next one. A killed process is then followed by a new one
// as fast as under a supervisor.
async function preload() {
  await import('../../../dist/src/serve.js');
  process.once('message', () => {
    process.disconnect();
    void import('../../../dist/src/main.js');
  });
  process.send('loaded');
}

const [name] = process.argv.splice(2, 1);
await ENTRIES[name]();
