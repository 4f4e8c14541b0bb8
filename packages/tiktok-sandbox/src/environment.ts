import { oddListsComplaint } from './odd-lists/oddities.js';
import { pullHostsComplaint, type PullHosts } from './pulls/pull-hosts.js';
import { type Latency, latencyIn } from './http/latency.js';
import type { SandboxOptions } from './index.js';

/** Reads the command's options from SANDBOX_* variables. @throws Error naming the variable that is wrong */
export function optionsFrom(env: NodeJS.ProcessEnv): SandboxOptions {
  return {
    port: numberFrom(env, 'SANDBOX_PORT'),
    host: textFrom(env, 'SANDBOX_HOST'),
    publicUrl: textFrom(env, 'SANDBOX_PUBLIC_URL'),
    dataFile: textFrom(env, 'SANDBOX_DATA_FILE'),
    webhookUrl: textFrom(env, 'SANDBOX_WEBHOOK_URL'),
    redirectUris: listFrom(env, 'SANDBOX_REDIRECT_URIS'),
    verifiedUrls: listFrom(env, 'SANDBOX_VERIFIED_URLS'),
    pullHosts: hostsFrom(env, 'SANDBOX_PULL_HOSTS'),
    seed: numberFrom(env, 'SANDBOX_SEED'),
    audited: flagFrom(env, 'SANDBOX_AUDITED'),
    rateLimits: flagFrom(env, 'SANDBOX_RATE_LIMITS'),
    tokenProfile: profileFrom(env),
    latencyMs: latencyFrom(env, 'SANDBOX_LATENCY_MS'),
    oddLists: oddListsFrom(env, 'SANDBOX_ODD_LISTS'),
    processingMs: numberFrom(env, 'SANDBOX_PROCESSING_MS'),
    moderationMs: numberFrom(env, 'SANDBOX_MODERATION_MS'),
  };
}

function textFrom(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function listFrom(env: NodeJS.ProcessEnv, name: string): string[] | undefined {
  return textFrom(env, name)
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** `media.example.com=http://127.0.0.1:3000`, several with commas between them. */
function hostsFrom(env: NodeJS.ProcessEnv, name: string): PullHosts | undefined {
  const pairs = listFrom(env, name)?.map((pair) => pair.split('=', 2));
  if (!pairs) return undefined;
  const hosts = Object.fromEntries(pairs.map(([host = '', origin = '']) => [host, origin]));
  const complaint = pullHostsComplaint(hosts);
  if (complaint) throw new Error(`${name}: ${complaint}`);
  return hosts;
}

/** `900`, or `800-1300` for anything between. */
function latencyFrom(env: NodeJS.ProcessEnv, name: string): Latency | undefined {
  const text = textFrom(env, name);
  if (text === undefined) return undefined;
  const latency = latencyIn(text);
  if (latency === undefined) throw new Error(`${name} must be a number such as 900, or two such as 800-1300`);
  return latency;
}

function oddListsFrom(env: NodeJS.ProcessEnv, name: string): string[] | undefined {
  const names = listFrom(env, name);
  const complaint = oddListsComplaint(names ?? []);
  if (complaint) throw new Error(`${name}: ${complaint}`);
  return names;
}

function numberFrom(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = textFrom(env, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number`);
  return Number(text);
}

function flagFrom(env: NodeJS.ProcessEnv, name: string): boolean | undefined {
  const text = textFrom(env, name);
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') throw new Error(`${name} must be true or false`);
  return text === 'true';
}

function profileFrom(env: NodeJS.ProcessEnv): '2026-11' | 'legacy' | undefined {
  const text = textFrom(env, 'SANDBOX_TOKEN_PROFILE');
  if (text === undefined || text === '2026-11' || text === 'legacy') return text;
  throw new Error('SANDBOX_TOKEN_PROFILE must be 2026-11 or legacy');
}
