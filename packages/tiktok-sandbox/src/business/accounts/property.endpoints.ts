import { createHash } from 'node:crypto';
import { BUSINESS_APP } from '../../apps.js';
import { requireApp } from '../oauth/app-credentials.js';
import type { AppCall } from '../wire/business-call.js';
import { invalidParam, missing, notFound } from '../wire/business-error.js';
import { appEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { UrlProperty } from './business-post.js';

const VERIFIED = 1;
const FAILED = 2;
const DOMAIN = 1;
const PREFIX = 2;

/** Domains and prefixes from which the app may publish. Source: business reference §10. */
const add = appEndpoint({
  method: 'POST',
  path: '/business/property/add/',
  handle(call) {
    const meta = readMeta(call);
    const existing = call.tables.urlProperties.get(meta.id);
    if (existing) return { url_property_info: view(existing) };
    const signature = createHash('sha256').update(`${BUSINESS_APP.appId}/${meta.id}`).digest('base64url');
    const property = call.tables.urlProperties.add({
      ...meta,
      status: call.settings.propertyInitialStatus,
      signature: `tiktok-developers-site-verification=${signature.slice(0, 32)}`,
      fileName: `tiktok${signature.slice(0, 32)}.txt`,
    });
    return { url_property_info: view(property) };
  },
});

/** Does not look anything up: a setting decides whether verification succeeds. */
const verify = appEndpoint({
  method: 'POST',
  path: '/business/property/verify/',
  handle(call) {
    const property = requireProperty(call);
    property.status = call.settings.propertyVerifies ? VERIFIED : FAILED;
    return { url_property_info: view(property) };
  },
});

const remove = appEndpoint({
  method: 'POST',
  path: '/business/property/delete/',
  handle(call) {
    const property = requireProperty(call);
    call.tables.urlProperties.delete(property.id);
    return {};
  },
});

const list = appEndpoint({
  method: 'GET',
  path: '/business/property/list/',
  handle({ params, tables }) {
    requireApp(params);
    return { url_property_info_list: tables.urlProperties.all().map(view) };
  },
});

function readMeta({ params }: AppCall): Pick<UrlProperty, 'id' | 'type' | 'url'> {
  requireApp(params);
  const meta = params.object('url_property_meta');
  if (!meta) throw missing('url_property_meta');
  const type = meta.whole('property_type');
  const url = meta.requireText('url');
  if (type !== DOMAIN && type !== PREFIX)
    throw invalidParam('url_property_meta.property_type: Must be 1 or 2.');
  const isGood = type === DOMAIN ? /^[\w-]+(?:\.[\w-]+)+$/.test(url) : /^https:\/\/[^?#]+\/$/.test(url);
  if (!isGood) throw invalidParam('url_property_meta.url: Not a valid domain or URL prefix.');
  return { id: `${type}/${url}`, type, url };
}

function requireProperty(call: AppCall): UrlProperty {
  const { id, url } = readMeta(call);
  const property = call.tables.urlProperties.get(id);
  if (!property) throw notFound(`The URL property ${url} does not exist.`);
  return property;
}

function view({ type, url, status, signature, fileName }: UrlProperty): object {
  return { property_type: type, url, property_status: status, signature, file_name: fileName };
}

export const PROPERTY_ENDPOINTS: readonly BusinessEndpoint[] = [add, verify, remove, list];
