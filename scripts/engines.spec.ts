import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { minVersion, satisfies, subset } from 'semver';

interface LockedPackage {
  version?: string;
  engines?: { node?: string };
  cpu?: string[];
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const ours = packages['']?.engines?.node ?? '';

// Node has no build for 32-bit Windows since version 23, so npm installs these nowhere.
const isForNodesPast = ({ cpu }: LockedPackage) => cpu?.every((one) => one === 'ia32') === true;

/** Packages for which npm prints EBADENGINE on some Node version of the range. */
function refusing(range: string): string[] {
  return Object.entries(packages)
    .filter(([, one]) => !isForNodesPast(one))
    .filter(([, { engines }]) => engines?.node !== undefined && !subset(range, engines.node))
    .map(([place, { version, engines }]) => `${place} ${version ?? ''} wants Node ${engines?.node ?? ''}`);
}

describe('package-lock.json', () => {
  it('holds only packages that run on every Node version of our own "engines"', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(500);
    expect(refusing(ours)).toEqual([]);
  });

  it('is checked in earnest: older versions are refused by some packages', () => {
    expect(refusing('>=20.19.0')).toEqual(expect.arrayContaining([expect.stringContaining('typeorm')]));
  });

  it('names the same versions as package.json', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    expect(manifest.engines.node).toBe(ours);
  });
});

describe('The Node versions that README names', () => {
  const message = /You need Node .*? or newer\./.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
  const named = message.match(/\d+\.\d+/g) ?? [];

  it('are the first ones of each line in "engines"', () => {
    const firsts = ours.split('||').map((line) => minVersion(line)?.version.replace(/\.0$/, ''));
    expect(named).toEqual(firsts);
  });

  it.each(['20.19.0', '22.13.0', '24.11.0', '26.0.0'])('include %s', (version) => {
    expect(satisfies(version, ours)).toBe(true);
  });
});
