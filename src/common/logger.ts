import type { LoggerService } from '@nestjs/common';
import { pino, type Logger, type LoggerOptions } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { describeError } from './describe-error.js';
import { REDACTED_PATHS, withoutSecrets } from './log-redaction.js';

/** Creates the pino of the process: JSON lines, or readable ones on a terminal. */
export function createPino(level: string, readable: boolean): Logger {
  const options: LoggerOptions = {
    level,
    redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
    serializers: {
      err: describeError,
      req: (req: { method: string; url: string }) => ({ method: req.method, path: withoutSecrets(req.url) }),
    },
  };
  if (!readable) return pino(options);
  // Synchronous, so that its lines stay in order with the other output of the process.
  return pino(
    options,
    PinoPretty({ sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }),
  );
}

// These log every module and route at each start.
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'NestApplication',
]);

// A failed start also throws, and the start code reports it once in plain words.
const STARTUP = new Set(['ExceptionHandler', 'NestApplication', 'TypeOrmModule']);

/** Writes Nest's log lines through pino, so that framework and services use the same format. */
export class PinoNestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write(STARTUP.has(String(rest.at(-1))) ? 'debug' : 'error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest passes the context last and, for errors, the stack before it. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    if (!this.logger.isLevelEnabled(level)) return;
    const context = typeof rest.at(-1) === 'string' ? { context: rest.at(-1) } : {};
    const stack = rest.length > 1 && typeof rest[0] === 'string' ? { stack: rest[0] } : {};
    if (message instanceof Error)
      this.logger[level]({ ...context, err: message }, describeError(message).message);
    else if (typeof message === 'object' && message !== null) this.logger[level]({ ...context, ...message });
    else this.logger[level]({ ...context, ...stack }, String(message));
  }
}
