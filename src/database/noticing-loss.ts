import { isDatabaseGone, type Outages } from '../common/index.js';

const NAME = 'PostgreSQL';

/** Runs a transaction; that the database is gone, or back, goes into the log once. */
export async function noticingLoss<T>(outages: Outages, transaction: () => Promise<T>): Promise<T> {
  try {
    const result = await transaction();
    outages.recovered(NAME);
    return result;
  } catch (error) {
    if (isDatabaseGone(error)) outages.failed(NAME, error);
    throw error;
  }
}
