// Random secrets of 32 characters and more practically never reach these limits; made-up-secret.spec.ts verifies that.
const MIN_DIFFERENT_CHARACTERS = 7;
const MIN_DIFFERENT_TRIPLES = 24;
const MIN_LEAPS = 12;
const MIN_BESIDE_WORDS = 16;
// Further characters can only make a secret stronger.
const LOOKED_AT = 512;
/** Accepted probability of taking random letters for English. */
const CHANCE_OF_PROSE = 1e-8;

/** Words in examples and placeholders. */
const PLACEHOLDERS =
  /change|please|replace|insert|enter|update|secret|password|passwort|passwd|pass|placeholder|example|sample|default|dummy|todo|tbd|fixme|your|here|this|with|value|string|random|client|app|api|jwt|token|key|tiktok|connector|business|service|production|prod|development|dev|test|foo|bar|baz|none|null|undefined|admin|root|letmein|welcome|qwerty(uiop)?|asdf(ghjkl)?|zxcv(bnm)?|must|not|use|set|put|fill|the|for|my|me|it|is|do|be|in|of|to|x{3,}|0?1234(5(6(7(8(90?)?)?)?)?)?|0{3,}|1{3,}/g;

// Words that only appear in instructions.
const INSTRUCTIONS =
  /change|please|replace|insert|enter|update|your|here|fill|placeholder|example|sample|dummy|todo|tbd|fixme|x{3,}/i;

// The most common letter pairs in English: frequent in words, rare in random text.
const COMMON_PAIRS = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ' +
    'ce li ch ll be ma si om ur ec us sh ss ee pl rt ot ey ke wo ho pa tr ty et ta la so na lo no ut ir un ay ow il ck'
  ).split(' '),
);
const ALL_PAIRS = 26 ** 2;

/**
 * True if a secret is typed or filled in rather than random: few distinct characters, a repeating pattern, a run such as
 * abcdef, words, or placeholder text.
 */
export function isMadeUpSecret(whole: string): boolean {
  const secret = whole.slice(0, LOOKED_AT);
  const triples = new Set(Array.from({ length: secret.length - 2 }, (_, at) => secret.slice(at, at + 3)));
  return (
    new Set(secret).size < MIN_DIFFERENT_CHARACTERS ||
    triples.size < MIN_DIFFERENT_TRIPLES ||
    leapsIn(secret) < MIN_LEAPS ||
    besidePlaceholders(secret).length < MIN_BESIDE_WORDS ||
    isProse(secret)
  );
}

/** True for placeholder text. Short, plain values are allowed. */
export function isPlaceholder(secret: string): boolean {
  const isOneCharacter = new Set(secret).size === 1 && secret.length > 1;
  const isInstruction = INSTRUCTIONS.test(secret) && besidePlaceholders(secret).length === 0;
  return isOneCharacter || isInstruction || /^(<.*>|\[.*\]|\{.*\})$/.test(secret);
}

/** The number of characters that neither repeat nor follow their predecessor in the alphabet or in the digits. */
function leapsIn(secret: string): number {
  let leaps = 0;
  for (let at = 1; at < secret.length; at += 1)
    if (Math.abs(secret.charCodeAt(at) - secret.charCodeAt(at - 1)) > 1) leaps += 1;
  return leaps;
}

/** The rest without placeholder words, punctuation and a trailing number. */
function besidePlaceholders(secret: string): string {
  return secret
    .toLowerCase()
    .replaceAll(PLACEHOLDERS, '')
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/\d{1,4}$/, '');
}

/** True if the letter pairs are those of English rather than random. */
function isProse(secret: string): boolean {
  // Hex digits form no words, but contain many of these pairs.
  if (/^[0-9a-f-]+$/i.test(secret)) return false;
  const pairs = Array.from({ length: secret.length - 1 }, (_, at) =>
    secret.slice(at, at + 2).toLowerCase(),
  ).filter((pair) => /^[a-z]{2}$/.test(pair));
  const common = pairs.filter((pair) => COMMON_PAIRS.has(pair)).length;
  return chanceOf(common, pairs.length, COMMON_PAIRS.size / ALL_PAIRS) < CHANCE_OF_PROSE;
}

/** Binomial probability of at least `hits` in `tries`, each with the probability `p`. */
function chanceOf(hits: number, tries: number, p: number): number {
  let term = (1 - p) ** tries;
  let sum = hits === 0 ? term : 0;
  for (let k = 1; k <= tries; k += 1) {
    term *= ((tries - k + 1) / k) * (p / (1 - p));
    if (k >= hits) sum += term;
  }
  return sum;
}
