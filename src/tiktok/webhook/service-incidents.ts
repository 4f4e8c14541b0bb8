import { entriesOf } from './ads-entries.js';

/** What TikTok says about an incident of its own service. */
export interface ServiceIncident {
  id: string;
  title: string;
  /** Only a major one disturbs most calls. */
  isMajor: boolean;
  /** It may be why TikTok refuses tokens that are valid. */
  explainsRefusals: boolean;
  isResolved: boolean;
}

/** Products that issue no tokens and check no consents. Other and new ones may. */
const OTHER_PRODUCTS = new Set([
  'AUDIENCE_API',
  'BUSINESS_MESSAGING_API',
  'CAMPAIGN_API',
  'CATALOG_API',
  'CREATIVES_API',
  'DISCOVERY_API',
  'EVENTS_API',
  'MENTIONS_API',
  'REPORTING_API',
  'SPARK_RECOMMEND_API',
  'STREAMING_API',
  'TIKTOK_ONE_API',
  'TIKTOK_STORE_API',
]);
const ABOUT_ACCESS =
  /\b(?:o?auth|authori[sz]\w*|authenticat\w*|(?:access |refresh )?tokens?|log-?in|sign-?in)\b/i;
const MAX_ID = 100;
const MAX_TITLE = 300;
const MAX_DETAIL = 5_000;

/** @param body of a webhook API_SERVICE_STATUS; business reference §9.1 */
export function serviceIncidents(body: Readonly<Record<string, unknown>>): ServiceIncident[] {
  return entriesOf(body).flatMap((entry) => {
    const { incident_id, incident_title, incident_detail, incident_level, incident_event_type } = entry;
    const id = typeof incident_id === 'number' ? String(incident_id) : incident_id;
    if (typeof id !== 'string' || id === '' || id.length > MAX_ID) return [];
    const title = typeof incident_title === 'string' ? incident_title.slice(0, MAX_TITLE) : '';
    const isMajor = incident_level === 'MAJOR_DISRUPTION';
    const isAboutAccess = [incident_title, incident_detail].some(
      (text) => typeof text === 'string' && ABOUT_ACCESS.test(text.slice(0, MAX_DETAIL)),
    );
    const explainsRefusals = isAboutAccess || (isMajor && mayConcernAccess(entry.incident_products));
    return [{ id, title, isMajor, explainsRefusals, isResolved: incident_event_type === 'RESOLVE' }];
  });
}

/** A minor incident of a product refuses no tokens. A major one may, unless it names only other products. */
function mayConcernAccess(products: unknown): boolean {
  if (!Array.isArray(products) || products.length === 0) return true;
  return products.some((product) => typeof product !== 'string' || !OTHER_PRODUCTS.has(product));
}
