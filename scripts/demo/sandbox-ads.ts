import { got } from 'got';

interface AdSettings {
  usPlusCtaId: string;
  reviewMs: number;
}

/**
 * Changes how the sandbox treats new ads while an act runs. Reviews end at once, because the service looks only once a minute.
 * An ad may name its call to action; TikTok's pages disagree on whether it needs a portfolio, and the sandbox asks for one.
 */
export async function withLenientAds<T>(sandbox: string, act: () => Promise<T>): Promise<T> {
  const address = `${sandbox}/__sandbox/settings`;
  const { business } = await got(address).json<{ business: AdSettings }>();
  const set = async ({ usPlusCtaId, reviewMs }: AdSettings) =>
    await got.post(address, { json: { business: { usPlusCtaId, reviewMs } } });
  await set({ usPlusCtaId: 'optional', reviewMs: 0 });
  try {
    return await act();
  } finally {
    await set(business);
  }
}
