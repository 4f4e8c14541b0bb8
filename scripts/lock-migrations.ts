// `node scripts/run.mjs lock-migrations`: writes new migrations on the list of those that never change again
// (src/database/migrations/landed.json). Refuses when one of the list has changed.
import { migrations } from '../src/database/migrations/index.js';
import { compare, readLanded, writeLanded } from './migrations/landed.js';

const landed = readLanded();
const { difference, now } = await compare(migrations, landed);
const { added, changed, removed } = difference;
if (changed.length > 0 || removed.length > 0) {
  console.error(
    `These landed migrations were changed or removed: ${[...changed, ...removed].join(', ')}. Databases have run them already. Restore them, and write a new migration instead.`,
  );
  process.exitCode = 1;
} else {
  writeLanded(now);
  console.log(added.length > 0 ? `Locked: ${added.join(', ')}.` : 'Every migration is locked already.');
}
