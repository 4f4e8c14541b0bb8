import { DATABASE } from './names.js';

/** `sslmode=disable` because the server listens on the loopback only and has no certificate, whatever PGSSLMODE says. */
export function connectionUrl(role: string, password: string, port: number, database = DATABASE): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?sslmode=disable`;
}
