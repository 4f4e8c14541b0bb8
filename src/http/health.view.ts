export class LiveAnswer {
  /** The process answers. */
  status: 'ok';
}

export class ReadyAnswer {
  /** This process can serve requests. Otherwise the answer is a 503. */
  status: 'ok';

  /** PostgreSQL answers. */
  database: 'ok';

  /**
   * `unavailable`: Redis does not answer. No work is lost: the service finds jobs in the database, up to a second later.
   * Without REDIS_URL the service needs no Redis, and this is `ok`.
   */
  queue: 'ok' | 'unavailable';

  /** `unavailable`: DATA_DIR failed recently and works again. While it fails the answer is a 503. */
  dataFolder: 'ok' | 'unavailable';

  /**
   * `unavailable`: some accounts need a key that is missing; all others work. If the current encryption key is missing,
   * the answer is a 503.
   */
  encryptionKeys: 'ok' | 'unavailable';

  /** What is degraded, its effect, and what to do. */
  notes: string[];
}
