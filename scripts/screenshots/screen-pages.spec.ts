import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SCREENS } from './pages.js';

const ROUTES = 'packages/admin/src/pages';
const FOLDER = 'docs/screens';
const WIDTHS = [375, 1440];

interface Route {
  /** The constant, if other routes are below it. */
  name: string | undefined;
  parent: string;
  path: string;
  hasComponent: boolean;
}

/** Reads the routes of a file as text: its components need a browser. */
function routesIn(text: string): Route[] {
  const starts = [...text.matchAll(/(?:const (\w+) = )?createRoute\(\{/g)];
  return starts.map((start, at) => {
    const body = text.slice(start.index, starts[at + 1]?.index);
    const [, parent = ''] = /getParentRoute: \(\) => (\w+)/.exec(body) ?? [];
    const [, path = ''] = /\bpath: '([^']*)'/.exec(body) ?? [];
    return { name: start[1], parent, path, hasComponent: body.includes('component:') };
  });
}

/** The addresses at which a file shows a page of its own. A parent is only a frame for the routes below it. */
function addressesIn(text: string): string[] {
  const routes = routesIn(text);
  const prefixOf = (parent: string) => routes.find(({ name }) => name === parent)?.path ?? '';
  const frames = new Set(routes.map(({ parent }) => parent));
  return routes
    .filter(({ name, hasComponent }) => hasComponent && !(name !== undefined && frames.has(name)))
    .map(({ parent, path }) => `${prefixOf(parent)}${path}`.replace(/(?<=.)\/$/, ''));
}

const routes = filesOfRoutes().flatMap((file) => addressesIn(readFileSync(file, 'utf8')));

function filesOfRoutes(): string[] {
  return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.routes.ts'))
    .map((file) => `${ROUTES}/${file}`);
}

describe('the pages of the admin UI', () => {
  it('each have a page in docs/screens', () => {
    expect(SCREENS.map(({ route }) => route).toSorted()).toEqual(routes.toSorted());
  });

  it.each(SCREENS)(
    '$name has a description with its address, and pictures in both widths',
    ({ name, route }) => {
      const page = readFileSync(`${FOLDER}/${name}.md`, 'utf8');
      expect(page).toContain(`\`/admin${route === '/' ? '' : route}\``);
      for (const width of WIDTHS) {
        expect(page).toContain(`images/${name}-${width}.png`);
        expect(existsSync(`${FOLDER}/images/${name}-${width}.png`)).toBe(true);
      }
    },
  );

  it('has no picture of a page that is gone', () => {
    const expected = SCREENS.flatMap(({ name }) => WIDTHS.map((width) => `${name}-${width}.png`));
    expect(readdirSync(`${FOLDER}/images`).toSorted()).toEqual(expected.toSorted());
  });
});
