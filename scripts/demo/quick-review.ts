import { got } from 'got';

/** Lets the sandbox review ads at once while an act runs: the service looks only every ADS_REVIEW_POLL_SECONDS. */
export async function withQuickReview<T>(sandbox: string, act: () => Promise<T>): Promise<T> {
  const address = `${sandbox}/__sandbox/settings`;
  const { business } = await got(address).json<{ business: { reviewMs: number } }>();
  const set = async (reviewMs: number) => await got.post(address, { json: { business: { reviewMs } } });
  await set(0);
  try {
    return await act();
  } finally {
    await set(business.reviewMs);
  }
}
