import type { CallExample } from '../../../common/index.js';
import type { AuthUrlAnswer, GetAdsAuthUrlDto, GetAuthUrlDto } from './get-auth-url.dto.js';

const CONSENT = 'https://www.tiktok.com/v2/auth/authorize/';
const STATE = '5nUSNO2r_O83KmT4q2Ok1yBgUXi01n_ijQlkEIZCLI0';
const INTEGRATION_ID = '01a22ae3-55bc-74c1-be5c-2d0110e8eac4';
const LOGIN_SCOPES = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.upload',
  'video.publish',
];

const consentUrl = (scopes: string[]) =>
  `${CONSENT}?client_key=<client key>&response_type=code&scope=${scopes.join('%2C')}` +
  `&redirect_uri=https%3A%2F%2Fconnector.example%2Fconnect%2Foauth%2Ftiktok%2Fcallback&state=${STATE}`;

export const CONNECT_LOGIN: CallExample<GetAuthUrlDto, AuthUrlAnswer> = {
  summary: 'A new account, for publishing and figures',
  request: { scopes: LOGIN_SCOPES, returnUrl: 'https://admin.example/integrations' },
  status: 200,
  answer: { authUrl: consentUrl(LOGIN_SCOPES) },
};

export const RECONNECT: CallExample<GetAuthUrlDto, AuthUrlAnswer> = {
  summary: 'An integration again, with comments and insights',
  request: {
    scopes: [...LOGIN_SCOPES, 'business.creator.insights'],
    returnUrl: 'https://admin.example/integrations',
    integrationId: INTEGRATION_ID,
  },
  status: 200,
  answer: { authUrl: consentUrl(LOGIN_SCOPES) },
};

export const CONNECT_ADS: CallExample<GetAdsAuthUrlDto, AuthUrlAnswer> = {
  summary: 'The ad accounts of an integration',
  request: { returnUrl: 'https://admin.example/integrations', integrationId: INTEGRATION_ID },
  status: 200,
  answer: {
    authUrl:
      'https://business-api.tiktok.com/portal/auth?app_id=7400000000000000001' +
      `&redirect_uri=https%3A%2F%2Fconnector.example%2Fconnect%2Foauth%2Ftiktok%2Fadvertiser%2Fcallback%2F&state=${STATE}`,
  },
};
