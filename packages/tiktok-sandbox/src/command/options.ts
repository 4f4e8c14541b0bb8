import { CHOICES } from '../setting-choices.js';
import { DEFAULT_PORT, type SandboxOptions } from '../index.js';
import { UsageError } from './usage-error.js';
import { flag, hosts, latency, list, number, oddLists, oneOf, port, type Read, text, url } from './values.js';

/** An option of the command: a flag, or the environment variable that the flag overrides. */
export interface Option {
  /** `data-file` for `--data-file` and `SANDBOX_DATA_FILE`. */
  readonly name: string;
  readonly setting: keyof SandboxOptions;
  readonly read: Read<unknown>;
  /** What stands for the value in the help. */
  readonly value: string;
  readonly help: string;
}

function option<Setting extends keyof SandboxOptions>(
  name: string,
  setting: Setting,
  read: Read<SandboxOptions[Setting]>,
  value: string,
  help: string,
): Option {
  return { name, setting, read, value, help };
}

/** In the order of the help. */
export const OPTIONS: readonly Option[] = [
  option('port', 'port', port, 'number', `port to listen on; 0 picks a free one (default ${DEFAULT_PORT})`),
  option('host', 'host', text, 'address', 'address to listen on (default 127.0.0.1)'),
  option('public-url', 'publicUrl', url, 'url', "origin of URLs in responses (default: the request's own)"),
  option('data-file', 'dataFile', text, 'file', 'JSON file that keeps the state between starts'),
  option('webhook-url', 'webhookUrl', url, 'url', 'where webhooks are sent'),
  option(
    'redirect-uris',
    'redirectUris',
    list,
    'urls',
    'exact redirect URIs; by default any of this machine',
  ),
  option('verified-urls', 'verifiedUrls', list, 'list', 'verified domains and URL prefixes for pulls'),
  option('pull-hosts', 'pullHosts', hosts, 'host=origin', 'local origins that stand for verified domains'),
  option('seed', 'seed', number, 'number', 'the same seed gives the same accounts, ids and counters'),
  option('audited', 'audited', flag, 'true|false', 'whether the app has passed the audit (default true)'),
  option('rate-limits', 'rateLimits', flag, 'true|false', 'whether limits and caps apply (default true)'),
  option(
    'token-profile',
    'tokenProfile',
    oneOf(...CHOICES.tokenProfile),
    CHOICES.tokenProfile.join('|'),
    'token lifetimes and rotation',
  ),
  option('latency-ms', 'latencyMs', latency, 'ms', 'time that each API call takes: 900, or a range 800-1300'),
  option('odd-lists', 'oddLists', oddLists, 'names', 'unusual responses to lists; "all" for every kind'),
  option('processing-ms', 'processingMs', number, 'ms', 'time that processing of a post takes (default 300)'),
  option('moderation-ms', 'moderationMs', number, 'ms', 'time that moderation takes (default 700)'),
];

/** The environment variable of an option. */
export function variableOf({ name }: Option): string {
  return `SANDBOX_${name.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * The sandbox's options from flags and, under them, environment variables.
 * @param flags values by option name
 * @throws UsageError naming the flag or variable that is wrong
 */
export function optionsFrom(
  env: NodeJS.ProcessEnv,
  flags: ReadonlyMap<string, string> = new Map(),
): SandboxOptions {
  const options: Record<string, unknown> = {};
  for (const each of OPTIONS) {
    const byFlag = flags.get(each.name);
    const given = (byFlag ?? env[variableOf(each)])?.trim();
    if (byFlag !== undefined && given === '') throw new UsageError(`--${each.name} needs a value.`);
    if (!given) continue;
    options[each.setting] = valueOf(each, given, byFlag === undefined ? variableOf(each) : `--${each.name}`);
  }
  return options;
}

function valueOf({ read }: Option, given: string, source: string): unknown {
  try {
    return read(given);
  } catch (cause) {
    throw new UsageError(`${source} ${(cause as Error).message}, not "${given}".`, { cause });
  }
}
