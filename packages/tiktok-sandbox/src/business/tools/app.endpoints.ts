import type { JsonObject } from '../../open-api/api-call.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { App } from './app.js';

/** Names of fields: SDK and live clients; the page itself was not readable. */
function appView(app: App): JsonObject {
  return {
    app_id: app.id,
    app_name: app.name,
    app_platform_id: app.packageName,
    package_name: app.packageName,
    platform: app.platform,
    download_url: app.downloadUrl,
    partner: app.partner,
    enable_retargeting: 'NON_RETARGETING',
    tracking_url: {
      click_url: `https://app.appsflyer.com/${app.packageName}?pid=tiktok`,
      impression_url: `https://impression.appsflyer.com/${app.packageName}?pid=tiktok`,
    },
  };
}

const list = advertiserEndpoint({
  method: 'GET',
  path: '/app/list/',
  handle({ params, tables, advertiser }) {
    const platformIds = params.texts('app_platform_ids');
    return {
      apps: tables.apps
        .of(advertiser.id)
        .filter(({ packageName }) => !platformIds || platformIds.includes(packageName))
        .map(appView),
    };
  },
});

const info = advertiserEndpoint({
  method: 'GET',
  path: '/app/info/',
  handle({ params, tables, advertiser }) {
    const id = params.requireText('app_id');
    const app = tables.apps.getOf(advertiser.id, id);
    if (!app) throw notFound(`app_id: App ${id} does not exist.`);
    return appView(app);
  },
});

export const APP_ENDPOINTS: readonly BusinessEndpoint[] = [list, info];
