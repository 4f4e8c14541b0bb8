// The production entry with its modules loaded. It says so in a message and starts on the next one, so that a killed process
// is followed by a new one as fast as under a supervisor.
await import('../../../dist/src/serve.js');
process.once('message', () => {
  process.disconnect();
  void import('../../../dist/src/main.js');
});
process.send('loaded');
