import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium } from './chromium.js';
import type { AdminPage } from './pages.js';

// A phone, and a desktop.
const SIZES = [
  { width: 375, height: 812 },
  { width: 1440, height: 900 },
] as const;
const THEMES = ['light', 'dark'] as const;
// Charts move into place.
const SETTLES_MS = 1_000;
const COLOURS = 64;
const FIRST_LANGUAGE = 'en';

interface Film {
  folder: string;
  languages: string[];
  /** True for pages from top to bottom, and not only what a screen shows of them. */
  isWhole: boolean;
  /** True for small pictures in one theme, for the documentation. */
  isForDocs: boolean;
}

/** Takes pictures of pages of the admin UI, in both widths and both themes. */
export class Camera {
  private constructor(
    private readonly browser: Browser,
    private readonly film: Film,
  ) {}

  /** @throws Error if there is no Chromium */
  static async open(film: Film): Promise<Camera> {
    await mkdir(film.folder, { recursive: true });
    return new Camera(await launchChromium(), film);
  }

  /**
   * @param time what the browser's clock shows
   * @returns the files
   */
  async take(url: string, token: string, time: Date, { name, path: page }: AdminPage): Promise<string[]> {
    const { isForDocs, folder, languages } = this.film;
    const files: string[] = [];
    for (const language of languages)
      for (const viewport of SIZES)
        for (const colorScheme of isForDocs ? (['light'] as const) : THEMES) {
          const context = await this.browser.newContext({ viewport, colorScheme, locale: language });
          const tab = await context.newPage();
          await tab.clock.setSystemTime(time);
          await tab.goto(`${url}/admin${page}#token=${token}`);
          // A page with a live stream is never idle.
          await tab.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
          await tab.waitForTimeout(SETTLES_MS);
          const theme = isForDocs ? '' : `-${colorScheme}`;
          const ending = language === FIRST_LANGUAGE ? '' : `-${language}`;
          const file = path.join(folder, `${name}-${viewport.width}${theme}${ending}.png`);
          await writeFile(file, await this.develop(tab));
          files.push(file);
          await context.close();
        }
    return files;
  }

  private async develop(tab: Page): Promise<Buffer> {
    const picture = await tab.screenshot({ fullPage: this.film.isWhole });
    if (!this.film.isForDocs) return picture;
    return await sharp(picture).png({ palette: true, colours: COLOURS, effort: 10 }).toBuffer();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
