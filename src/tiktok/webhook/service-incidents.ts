import { entriesOf } from './ads-entries.js';

/** What TikTok says about an incident of its own service. */
export interface ServiceIncident {
  id: string;
  title: string;
  /** Only a major one disturbs most calls. */
  isMajor: boolean;
  isResolved: boolean;
}

const MAX_ID = 100;
const MAX_TITLE = 300;

/** @param body of a webhook API_SERVICE_STATUS; business reference §9.1 */
export function serviceIncidents(body: Readonly<Record<string, unknown>>): ServiceIncident[] {
  return entriesOf(body).flatMap((entry) => {
    const { incident_id, incident_title, incident_level, incident_event_type } = entry;
    const id = typeof incident_id === 'number' ? String(incident_id) : incident_id;
    if (typeof id !== 'string' || id === '' || id.length > MAX_ID) return [];
    const title = typeof incident_title === 'string' ? incident_title.slice(0, MAX_TITLE) : '';
    const isMajor = incident_level === 'MAJOR_DISRUPTION';
    return [{ id, title, isMajor, isResolved: incident_event_type === 'RESOLVE' }];
  });
}
