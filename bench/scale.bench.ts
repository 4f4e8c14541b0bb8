// What grows with the number of accounts: claiming due syncs, dropping a month of history, and reading the history of a video.
import type { Figure } from './figure.js';
import { claim } from './scale/claim.js';
import { dropMonth } from './scale/drop-month.js';
import { history } from './scale/history.js';

export async function* run(): AsyncIterable<Figure> {
  yield* await claim();
  yield* await dropMonth();
  yield* await history();
}
