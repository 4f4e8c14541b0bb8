export interface ServerSettings {
  port: number;
  /** False if a power cut may lose the cluster. Only for disposable data. */
  durable: boolean;
}

// One small service and its tests: little memory, no replication, few helper processes.
const LIGHT = {
  shared_buffers: '64MB',
  max_connections: '100',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
};

// No Unix socket: its path may be too long, and /tmp is everybody's.
const LOCAL_ONLY = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

// Failing statements are reported to their sender; in the log they would only leak data. LOG keeps the
// server's own life (start, recovery, stop).
const LOGGING = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_line_prefix: '',
  log_checkpoints: 'off',
  lc_messages: 'C',
};

const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** As command-line arguments: they win over whatever the cluster's postgresql.conf says. */
export function serverArguments({ port, durable }: ServerSettings): string[] {
  const settings = { port: String(port), ...LOCAL_ONLY, ...LIGHT, ...LOGGING, ...(durable ? {} : CARELESS) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
