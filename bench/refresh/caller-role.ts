// One process of the service with its token handling. On a message it requests a token many times in parallel.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { parseEnvironment } from '../../src/config/index.js';
import { CredentialTokens } from '../../src/integrations/index.js';

/** How often to ask at once, and for which credential. */
export interface Round {
  credentialId: string;
  callers: number;
}

/** What came of a round. */
export interface RoundResult {
  failures: string[];
  tokens: string[];
  worstMs: number;
}

const app = await NestFactory.createApplicationContext(AppModule.forRoot(parseEnvironment(process.env)), {
  logger: false,
});
const custody = app.get(CredentialTokens);

async function ask(credentialId: string): Promise<{ token: string; ms: number }> {
  const began = performance.now();
  const token = await custody.accessToken(credentialId);
  return { token, ms: performance.now() - began };
}

process.on('message', ({ credentialId, callers }: Round) => {
  void Promise.allSettled(Array.from({ length: callers }, () => ask(credentialId))).then((answers) => {
    const good = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const failures = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [String(answer.reason)] : [],
    );
    const result: RoundResult = {
      failures,
      tokens: [...new Set(good.map(({ token }) => token))],
      worstMs: Math.max(0, ...good.map(({ ms }) => ms)),
    };
    process.send?.(result);
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
