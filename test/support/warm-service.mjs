// The production entry, up to the point where it begins: its modules are loaded, and a message says when.
// Killed processes are then followed by new ones at once, as by those of a supervisor.
await import('../../dist/src/serve.js');
process.once('message', () => {
  process.disconnect();
  void import('../../dist/src/main.js');
});
process.send('warm');
