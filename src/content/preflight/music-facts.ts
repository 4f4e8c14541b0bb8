import type { ConsentRefs } from '../../integrations/index.js';
import type { MusicFactsView } from './dto/creator-info.view.js';

/** What music an account's posts may have. Pure. */
export function musicFacts({ account }: ConsentRefs): MusicFactsView {
  const mayChoose = account !== undefined && account.works && account.scopes.includes('video.publish');
  return {
    track: mayChoose ? { available: true } : { available: false, reason: NO_TRACK },
    automatic: { kinds: ['photo'], explanation: 'TikTok may add music of its own choice to photos.' },
    explanation:
      'A video keeps the sound that it has. Other music can be added in the TikTok app: post a draft, and choose it there.',
  };
}

const NO_TRACK =
  'TikTok lets only accounts choose a track that publish through the Business API, and only from its Commercial Music Library.';
