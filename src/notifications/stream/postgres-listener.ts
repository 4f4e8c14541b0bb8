import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { messageOf } from '../../common/index.js';
import { applicationName, extractConnectionParameters } from '../../database/index.js';

const CONNECT_TIMEOUT_MS = 5_000;
const RECONNECT_AFTER_MS = 2_000;
// Detects connections that died silently.
const PING_EVERY_MS = 10_000;

/**
 * Listens on its own connection, because pooled ones change hands. It reads no rows, so it needs neither OrgContext nor
 * SystemContext. Reconnects automatically until it is closed.
 */
export class PostgresListener {
  private readonly logger = new Logger(PostgresListener.name);
  private client: Client | undefined;
  private ping: NodeJS.Timeout | undefined;
  private reconnect: NodeJS.Timeout | undefined;
  private listening = false;
  private lostAt: number | undefined;
  private closed = false;

  /**
   * @param onPayload called for each NOTIFY
   * @param onChange called when listening starts or fails: notifications in between were missed
   */
  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onPayload: (payload: string) => void,
    private readonly onChange: () => void,
  ) {}

  get isListening(): boolean {
    return this.listening;
  }

  open(): void {
    if (this.client || this.reconnect || this.closed) return;
    const client = new Client({
      connectionString: extractConnectionParameters(this.url).url,
      application_name: applicationName(`listen ${this.channel}`),
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: CONNECT_TIMEOUT_MS,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the connection ended')));
    client.on('notification', ({ payload }) => this.onPayload(payload ?? ''));
    this.listen(client).catch((error: unknown) => this.lost(client, error));
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.reconnect);
    clearInterval(this.ping);
    const { client } = this;
    this.client = undefined;
    this.listening = false;
    await client?.end().catch(() => undefined);
  }

  private async listen(client: Client): Promise<void> {
    await client.connect();
    await client.query(`LISTEN ${this.channel}`);
    if (this.client !== client) return;
    this.listening = true;
    this.noteRecovery();
    this.ping = setInterval(() => {
      client.query('SELECT 1').catch((error: unknown) => this.lost(client, error));
    }, PING_EVERY_MS);
    this.onChange();
  }

  private noteRecovery(): void {
    if (this.lostAt === undefined) return;
    const outageMs = Math.round(performance.now() - this.lostAt);
    this.lostAt = undefined;
    this.logger.log({ msg: `listening for ${this.channel} again`, outage: 'recovered', outageMs });
  }

  private lost(client: Client, error: unknown): void {
    if (this.client !== client) return;
    // Every failed reconnect ends here, but only the first is logged.
    if (this.lostAt === undefined)
      this.logger.warn(`cannot listen for ${this.channel}, polling instead: ${messageOf(error)}`);
    this.lostAt ??= performance.now();
    clearInterval(this.ping);
    this.client = undefined;
    this.listening = false;
    void client.end().catch(() => undefined);
    this.reconnect = setTimeout(() => {
      this.reconnect = undefined;
      this.open();
    }, RECONNECT_AFTER_MS);
    this.onChange();
  }
}
