import type { Settings } from './to-settings.js';

const REHEARSAL =
  'This is a rehearsal (TIKTOK_REHEARSAL=true): a sandbox stands in for TikTok, and no post reaches TikTok.';

// The class is the injection token, and the type is inferred from the settings.
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface AppConfig extends Settings {}

/** The service's settings, parsed once at start. Inject this class instead of reading the environment. */
export class AppConfig {
  constructor(settings: Settings) {
    Object.assign(this, settings);
  }

  /** Advice for the operator about settings that do not prevent a start. Shows no values. */
  get notices(): string[] {
    const keys = this.tidiedKeys.join(', ');
    return [
      ...(keys
        ? [
            `These settings have surrounding blanks, quotes or line breaks, which are ignored: ${keys}. Remove them.`,
          ]
        : []),
      ...(this.tiktok.rehearsal ? [REHEARSAL] : []),
    ];
  }

  /** True if this process serves the HTTP API. */
  get servesApi(): boolean {
    return this.role !== 'worker';
  }

  /** True if this process runs jobs and schedules. */
  get runsJobs(): boolean {
    return this.role !== 'api';
  }
}
