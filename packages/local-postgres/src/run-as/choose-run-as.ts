import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { describeRunAs, type RunAs } from './run-as.js';

/** Why this way does not work here, or what to run when it does. */
export type Trial<T> = { ok: true; value: T } | { ok: false; reason: string };

export interface ChosenWay<T> {
  runAs: RunAs;
  value: T;
}

/** Takes the first way that works when tried; without one, names the remedies. */
export async function chooseRunAs<T>(
  ways: readonly RunAs[],
  dataDir: string,
  tryOut: (runAs: RunAs) => Promise<Trial<T>>,
): Promise<ChosenWay<T>> {
  const failures: string[] = [];
  for (const runAs of ways) {
    const trial = await tryOut(runAs);
    if (trial.ok) return { runAs, value: trial.value };
    failures.push(`${describeRunAs(runAs)}: ${trial.reason}`);
  }
  throw new EmbeddedPostgresError(
    'CANNOT_RUN_AS_ROOT',
    `PostgreSQL refuses to run as root, and no way around that works for ${dataDir} ` +
      `(${failures.join('; ') || 'no unprivileged user exists'}): ` +
      `start as a normal user, move DATA_DIR to a folder every user may enter, or set DATABASE_URL.`,
  );
}
