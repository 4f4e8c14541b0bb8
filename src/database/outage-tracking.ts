import { isDatabaseUnavailable, type Outages } from '../common/index.js';

const NAME = 'PostgreSQL';

/** Runs a transaction, and logs once when the database becomes unreachable or recovers. */
export async function trackOutages<T>(outages: Outages, transaction: () => Promise<T>): Promise<T> {
  try {
    const result = await transaction();
    outages.recovered(NAME);
    return result;
  } catch (error) {
    if (isDatabaseUnavailable(error)) outages.failed(NAME, error);
    throw error;
  }
}
