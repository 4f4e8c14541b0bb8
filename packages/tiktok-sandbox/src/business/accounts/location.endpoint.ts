import { REGIONS } from '../advertisers/regions.js';
import { accountEndpoint } from '../wire/endpoint.js';

const QUERY_MAX = 100;

/** Lists places for `location_id`; the sandbox uses the places of ads. */
export const publishLocation = accountEndpoint({
  method: 'GET',
  path: '/business/publish/location/',
  scopes: ['video.publish'],
  handle({ params }) {
    const wanted = params.requireText('search_query', { max: QUERY_MAX }).toLowerCase();
    const found = REGIONS.filter(({ name }) => name.toLowerCase().includes(wanted));
    return {
      locations: found.map(({ id, name, code }) => ({
        location_id: id,
        location_name: name,
        location_address: code === '' ? name : `${name}, ${code}`,
      })),
    };
  },
});
