import { isUrl } from '../is-url.js';
import { type Latency, latencyIn } from '../http/latency.js';
import { oddListsProblem } from '../odd-lists/oddities.js';
import { pullHostsProblem, type PullHosts } from '../pulls/pull-hosts.js';

/** Reads a value from text. @throws Error with the rest of a sentence that begins with the option's name */
export type Read<T> = (text: string) => T;

export const text: Read<string> = (given) => given;

export const number: Read<number> = (given) => {
  if (!/^\d+$/.test(given)) throw new Error('must be a whole number');
  return Number(given);
};

const MAX_PORT = 65_535;

export const port: Read<number> = (given) => {
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(value <= MAX_PORT)) throw new Error(`must be a whole number from 0 to ${MAX_PORT}`);
  return value;
};

export const flag: Read<boolean> = (given) => {
  if (given !== 'true' && given !== 'false') throw new Error('must be true or false');
  return given === 'true';
};

export const list: Read<string[]> = (given) =>
  given
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export const url: Read<string> = (given) => {
  const isWeb = isUrl(given) && /^https?:$/.test(new URL(given).protocol);
  if (!isWeb) throw new Error('must be an http or https URL, such as http://127.0.0.1:3000');
  return given;
};

export function oneOf<const T extends string>(...choices: readonly T[]): Read<T> {
  return (given) => {
    const chosen = choices.find((choice) => choice === given);
    if (chosen === undefined) throw new Error(`must be ${choices.join(' or ')}`);
    return chosen;
  };
}

/** `media.example.com=http://127.0.0.1:3000`; several are separated by commas. */
export const hosts: Read<PullHosts> = (given) => {
  const pairs = list(given).map((pair) => pair.split('=', 2));
  const read = Object.fromEntries(pairs.map(([host = '', origin = '']) => [host, origin]));
  refuse(pullHostsProblem(read));
  return read;
};

/** `900`, or `800-1300` for a range. */
export const latency: Read<Latency> = (given) => {
  const read = latencyIn(given);
  if (read === undefined) throw new Error('must be a number such as 900, or a range such as 800-1300');
  return read;
};

export const oddLists: Read<string[]> = (given) => {
  const names = list(given);
  refuse(oddListsProblem(names));
  return names;
};

/** The setting's own message, without its name: the option's stands before it. */
function refuse(complaint: string | undefined): void {
  if (complaint !== undefined) throw new Error(`is invalid: ${complaint.replace(/^\w+: /, '')}`);
}
