import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';

/** A line of the service's log, as a collector would read it. */
export interface LogLine {
  level: number;
  msg: string;
  requestId?: string;
  err?: Record<string, unknown>;
}

export const ERROR_LEVEL = pino.levels.values.error ?? 50;

/** Collects what the service logs after this call. LOG_LEVEL must not be silent. */
export function collectLog(app: NestFastifyApplication): LogLine[] {
  const lines: LogLine[] = [];
  const logger = app.getHttpAdapter().getInstance().log as unknown as Record<symbol, { write: unknown }>;
  const stream = logger[pino.symbols.streamSym];
  if (stream) stream.write = (text: string) => lines.push(JSON.parse(text) as LogLine) > 0;
  return lines;
}
