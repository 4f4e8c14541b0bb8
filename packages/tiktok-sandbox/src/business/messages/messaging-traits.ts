/** What an account may do with messages, where it differs from the usual. */
export interface MessagingTraits {
  readonly username: string;
  /** `closed`: registered in the EEA, Switzerland or the UK; `us`: without TikTok's data-security review. */
  region: 'open' | 'closed' | 'us';
  isPersonal: boolean;
  /** `requests`: events of strangers start once the owner has accepted them. */
  whoMayWrite: 'everyone' | 'requests';
  /** False in markets without pictures. */
  images: boolean;
  /** Comment-to-Message exists only for accounts registered in VN, ID and TH. */
  hasDirectReply: boolean;
  directReply: 'ENABLE' | 'DISABLE';
}

export function usualMessaging(username: string): MessagingTraits {
  return {
    username,
    region: 'open',
    isPersonal: false,
    whoMayWrite: 'everyone',
    images: true,
    hasDirectReply: true,
    directReply: 'DISABLE',
  };
}
