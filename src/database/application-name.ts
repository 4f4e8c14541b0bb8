import { Processes1763800000036 } from './migrations/1763800000036-processes.js';
import { migrations } from './migrations/index.js';

/** The number of migrations. It only grows, so it orders versions of the service. */
export const SCHEMA_VERSION = migrations.length;

/** The first schema version whose processes register themselves in `processes`. */
export const ANNOUNCING_VERSION = migrations.indexOf(Processes1763800000036) + 1;

const OURS = /^tiktok-connector .* schema (\d+)$/;

/** The `application_name` of a connection: `tiktok-connector api tenants schema 21`. */
export function applicationName(purpose: string): string {
  return `tiktok-connector ${purpose} schema ${SCHEMA_VERSION}`;
}

/** @returns undefined for a name that `applicationName` did not create */
export function schemaVersionIn(name: string): number | undefined {
  const digits = OURS.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
