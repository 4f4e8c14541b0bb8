import type { RootStrategy } from './run-as/run-as.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster, for example `.data/postgres`; made when missing. */
  dataDir: string;
  log?: (line: string) => void;
  /** Default: any free one. */
  port?: number;
  /** Default true. Tests pass false: faster, but a power cut may lose the cluster. */
  durable?: boolean;
  /** How to run when we are root; default: whichever works. */
  rootStrategy?: RootStrategy;
}

export interface EmbeddedPostgres {
  /** Superuser and owner of the database: for migrations only. */
  ownerUrl: string;
  /** What tenants' work logs in as; row-level security holds for it. */
  appUrl: string;
  /** What work across organisations logs in as. */
  systemUrl: string;
  port: number;
  /** Resolves when the server has ended, stopped or not, with the signal or exit code. */
  ended: Promise<string>;
  stop(): Promise<void>;
}
