import type { ConsentRefs } from '../../integrations/index.js';
import type { MusicFactsView } from './dto/creator-info.view.js';

/** Returns which music an account can use in posts. Pure. */
export function musicFacts({ account }: ConsentRefs): MusicFactsView {
  const mayChoose = account !== undefined && account.works && account.scopes.includes('video.publish');
  return {
    track: mayChoose ? { available: true } : { available: false, reason: NO_TRACK },
    automatic: { kinds: ['photo'], explanation: 'TikTok can add music of its choice to photos.' },
    explanation:
      'Videos keep their own sound. To use other music, post a draft and add the music in the TikTok app.',
  };
}

const NO_TRACK =
  'Only accounts that publish through the Business API can choose a track, and only from the Commercial Music Library.';
