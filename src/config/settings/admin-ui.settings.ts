import { flag, origins, webAddress, type Env } from '../setting-kinds.js';

/** Settings of the admin UI that this service serves at /admin. */
export const adminUiSettings = {
  ADMIN_UI: flag.default(true).describe('true: this service serves its own admin UI at /admin'),
  ADMIN_UI_LOGIN_URL: webAddress
    .optional()
    .describe(
      "Your platform's login page for the admin UI. It returns the browser to /admin#token=<JWT>. (production: https) Unset: " +
        'users come with such a link, or in a frame of your platform',
    ),
  ADMIN_UI_EMBED_ORIGINS: origins
    .optional()
    .describe(
      'Comma-separated origins whose pages may show the admin UI in a frame and pass a token to it: docs/admin-ui.md',
    ),
};

export function toAdminUi(env: Env<typeof adminUiSettings>) {
  return {
    enabled: env.ADMIN_UI,
    loginUrl: env.ADMIN_UI_LOGIN_URL ?? null,
    embedOrigins: env.ADMIN_UI_EMBED_ORIGINS ?? [],
  };
}
