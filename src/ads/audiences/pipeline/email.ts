import type { NormalisationPolicy } from './identifier-kind.js';

// RFC 5321: at most 254 characters in all. A domain is labels with dots between them; the last one is a word.
const LONGEST = 254;
const ADDRESS =
  /^[^\s@"(),:;<>[\\\]\p{Cc}\ufffd]{1,64}@(?:[^\s@.,:;<>()[\]\\"/\ufffd]+\.)+[^\s@.\d,:;<>()[\]\\"/\ufffd][^\s@.,:;<>()[\]\\"/\ufffd]+$/u;

/** @returns the address as it is hashed; undefined if it is none */
export function normaliseEmail(text: string, policy: NormalisationPolicy): string | undefined {
  const address = text.trim().toLowerCase();
  if (address.length > LONGEST || !ADDRESS.test(address)) return undefined;
  return policy.stripPlusTag || policy.stripDots ? strip(address, policy) : address;
}

function strip(address: string, { stripPlusTag, stripDots }: NormalisationPolicy): string | undefined {
  const at = address.indexOf('@');
  let name = address.slice(0, at);
  if (stripPlusTag && name.includes('+')) name = name.slice(0, name.indexOf('+'));
  if (stripDots) name = name.replaceAll('.', '');
  return name === '' ? undefined : name + address.slice(at);
}
