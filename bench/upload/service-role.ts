// The service as it is deployed, in a process of its own; answers how much memory it has held since it was last asked.
import 'reflect-metadata';
import { parseEnvironment } from '../../src/config/index.js';
import { serve } from '../../src/serve.js';
import { play } from '../sandbox/role.js';

const SAMPLE_MS = 20;

const config = parseEnvironment(process.env);
await serve(config);

let peak = 0;
const sample = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(sample, SAMPLE_MS);

play(config.http.port, () => {
  sample();
  const answer = { peak };
  peak = process.memoryUsage.rss();
  return Promise.resolve(answer);
});
