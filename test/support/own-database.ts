import { randomUUID } from 'node:crypto';
import { createDatabase } from './database.js';

/** An empty database, and logins such as an administrator would make. */
interface OwnDatabase {
  /** Its name. */
  database: string;
  /** As the superuser. */
  sql(statement: string): Promise<unknown>;
  /** Makes a login that is no superuser. @param attributes e.g. CREATEROLE @returns its name */
  login(attributes?: string): Promise<string>;
  /** How that login connects. */
  urlOf(login: string): string;
}

/** Runs `work` on such a database and removes it and its logins afterwards. */
export async function withOwnDatabase(work: (own: OwnDatabase) => Promise<void>): Promise<void> {
  const database = await createDatabase({ migrated: false });
  const logins: string[] = [];
  const password = randomUUID();
  const own: OwnDatabase = {
    database: new URL(database.ownerUrl).pathname.slice(1),
    sql: (statement) => database.query(statement),
    login: async (attributes = '') => {
      const name = `login_${randomUUID().slice(0, 8)}`;
      await database.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' ${attributes}`);
      logins.push(name);
      return name;
    },
    urlOf: (username) => Object.assign(new URL(database.ownerUrl), { username, password }).href,
  };
  try {
    await work(own);
  } finally {
    for (const login of logins) {
      await database.query(`REASSIGN OWNED BY ${login} TO CURRENT_USER`);
      await database.query(`DROP OWNED BY ${login}`);
      await database.query(`DROP ROLE ${login}`);
    }
    await database.drop();
  }
}
