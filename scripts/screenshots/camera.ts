import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.js';
import type { AdminPage } from './pages.js';

const WIDTHS = [375, 1440] as const;
const THEMES = ['light', 'dark'] as const;
const HEIGHT = 900;
// Charts move into place.
const SETTLES_MS = 1_000;

/** Takes pictures of pages of the admin UI, in both widths and both themes. */
export class Camera {
  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** @throws Error if there is no Chromium */
  static async open(folder: string): Promise<Camera> {
    await mkdir(folder, { recursive: true });
    return new Camera(await launchChromium(), folder);
  }

  /** @returns the files */
  async take(url: string, token: string, { name, path: page }: AdminPage): Promise<string[]> {
    const files: string[] = [];
    for (const width of WIDTHS)
      for (const colorScheme of THEMES) {
        const viewport = { width, height: HEIGHT };
        const context = await this.browser.newContext({ viewport, colorScheme, locale: 'en-US' });
        const tab = await context.newPage();
        await tab.goto(`${url}/admin${page}#token=${token}`);
        // A page with a live stream is never idle.
        await tab.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
        await tab.waitForTimeout(SETTLES_MS);
        const file = path.join(this.folder, `${name}-${width}-${colorScheme}.png`);
        await tab.screenshot({ path: file });
        files.push(file);
        await context.close();
      }
    return files;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
