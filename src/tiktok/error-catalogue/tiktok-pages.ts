const DEVELOPERS = 'https://developers.tiktok.com/doc';

/** Pages of TikTok's documentation that the catalogue links to. */
export const TIKTOK_PAGES = {
  oauthErrors: `${DEVELOPERS}/oauth-error-handling`,
  loginKitWeb: `${DEVELOPERS}/login-kit-web`,
  sandbox: `${DEVELOPERS}/add-a-sandbox`,
  tokens: `${DEVELOPERS}/oauth-user-access-token-management`,
  openApiErrors: `${DEVELOPERS}/tiktok-api-v2-error-handling`,
  rateLimits: `${DEVELOPERS}/tiktok-api-v2-rate-limit`,
  scopes: `${DEVELOPERS}/scopes-overview`,
  directPost: `${DEVELOPERS}/content-posting-api-reference-direct-post`,
  draftPost: `${DEVELOPERS}/content-posting-api-reference-upload-video`,
  photoPost: `${DEVELOPERS}/content-posting-api-reference-photo-post`,
  postStatus: `${DEVELOPERS}/content-posting-api-reference-get-video-status`,
  mediaTransfer: `${DEVELOPERS}/content-posting-api-media-transfer-guide`,
  sharingGuidelines: `${DEVELOPERS}/content-sharing-guidelines`,
  videoList: `${DEVELOPERS}/tiktok-api-v2-video-list`,
  webhookEvents: `${DEVELOPERS}/webhooks-events`,
  /** Appendix "Return Codes" of the API for Business. */
  businessReturnCodes: 'https://business-api.tiktok.com/portal/docs?id=1737172488964097',
  /** "Get comments" of ads. */
  adComments: 'https://business-api.tiktok.com/portal/docs?id=1738086301876225',
} as const;
