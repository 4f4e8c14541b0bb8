import { DataSource, type DataSourceOptions } from 'typeorm';
import { messageOf } from '../common/index.js';
import { StartRefusedError } from './start-refused.error.js';

const ROLE_MISSING = /role "(?<role>tiktok_connector_\w+)" does not exist/;
const ROLE_REFUSED = /permission denied to set role "(?<role>\w+)"/;

/**
 * Connects. @param key the setting that contains the URL, for error messages
 * @throws StartRefusedError when the login may not become its role
 */
export async function openDataSource(options: DataSourceOptions, key: string): Promise<DataSource> {
  try {
    return await new DataSource(options).initialize();
  } catch (error) {
    throw roleError(messageOf(error), key, error) ?? error;
  }
}

function roleError(message: string, key: string, cause: unknown): StartRefusedError | undefined {
  const missing = ROLE_MISSING.exec(message)?.groups?.role;
  if (missing !== undefined) {
    return new StartRefusedError(
      `The database has no role ${missing} yet. Start this version of the service once: it migrates the database and creates the role.`,
      { cause },
    );
  }
  const refused = ROLE_REFUSED.exec(message)?.groups?.role;
  if (refused === undefined) return undefined;
  return new StartRefusedError(
    `The login in ${key} may not become the role ${refused}. As a PostgreSQL administrator, run: GRANT ${refused} TO <that login>;`,
    { cause },
  );
}
