import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { parseAdsWebhook, parseSignature, parseWebhook, type WebhookPayload } from '../../tiktok/index.js';
import type { Delivery } from './event-rows.js';
import { signatureAge } from './signature-age.js';
import { WebhookApps } from './webhook-apps.js';

/** The headers that sign a delivery. TikTok's pages name both for webhooks of ads. */
export interface Signatures {
  open: string | undefined;
  tiktok: string | undefined;
}

/** Why a delivery is refused, for the log. */
export type Refusal =
  | 'no secret is configured'
  | 'it has no signature'
  | 'the signature does not fit the bytes'
  | 'its signature is too old'
  | 'its signature is from the future: check the clock of this server';

export type Verdict = { delivery: Delivery } | { refused: Refusal };

interface Signed {
  signers: string[];
  signedAt: Date;
  late: boolean;
}

/** Decides whether TikTok has sent these bytes, and reads them. */
@Injectable()
export class WebhookVerifier {
  constructor(
    private readonly apps: WebhookApps,
    private readonly clock: Clock,
  ) {}

  examine(signatures: Signatures, rawBody: Buffer): Verdict {
    const found = this.byTikTokSignature(signatures.tiktok, rawBody);
    if ('signers' in found) return this.signed(found, rawBody);
    const { open } = signatures;
    if (open !== undefined && this.apps.isOpenSigned(rawBody, open)) {
      // This signature has no time. It proves only webhooks of ads, since the others have a better one.
      const payload = this.adsPayload(rawBody);
      if (payload) return delivered(rawBody, payload, this.now(payload.clientKey), payload.clientKey);
      const { adsApp = '' } = this.apps;
      // Signed, but not understood. A later version may.
      if (!parseWebhook(rawBody))
        return delivered(rawBody, undefined, this.now(adsApp), adsApp, 'quarantined');
    }
    const refused = open !== undefined && found.refused === 'it has no signature' ? MISFIT : found.refused;
    return this.unsigned(rawBody) ?? { refused };
  }

  private byTikTokSignature(header: string | undefined, rawBody: Buffer): Signed | { refused: Refusal } {
    if (!this.apps.hasSecrets) return { refused: 'no secret is configured' };
    if (header === undefined) return { refused: 'it has no signature' };
    const signature = parseSignature(header);
    const signers = signature ? this.apps.signersOf(rawBody, signature) : [];
    if (!signature || signers.length === 0) return { refused: MISFIT };
    const seconds = Number(signature.timestamp);
    const age = signatureAge(seconds, this.clock.now());
    if (age === 'too_old') return { refused: 'its signature is too old' };
    if (age === 'from_the_future') return { refused: AHEAD };
    return { signers, signedAt: new Date(seconds * 1000), late: age === 'late' };
  }

  private signed(signed: Signed, rawBody: Buffer): Verdict {
    const { signers } = signed;
    const payload = parseWebhook(rawBody);
    if (payload && this.apps.isOurs(payload.clientKey))
      return signers.includes(payload.clientKey)
        ? delivered(rawBody, payload, signed, payload.clientKey)
        : { refused: MISFIT };
    const ads = payload ? undefined : this.adsPayload(rawBody);
    if (ads && signers.includes(ads.clientKey)) return delivered(rawBody, ads, signed, ads.clientKey);
    // Signed, but not understood. A later version may.
    return delivered(rawBody, payload, signed, signers[0] ?? '', 'quarantined');
  }

  /** @returns nothing unless an operator accepts unsigned deliveries of this family */
  private unsigned(rawBody: Buffer): Verdict | undefined {
    if (!this.apps.acceptsAnyUnsigned) return undefined;
    const payload = parseWebhook(rawBody);
    const isAds = payload === undefined;
    // The name decides who handles it, so a body of one family must not name an event of another.
    if (payload && !mayName(payload.event, this.apps.isLogin(payload.clientKey))) return undefined;
    const read = payload ?? this.adsPayload(rawBody);
    if (!read || !this.apps.isOurs(read.clientKey)) return undefined;
    if (!this.apps.acceptsUnsigned(read.clientKey, isAds)) return undefined;
    return delivered(rawBody, read, this.now(read.clientKey), read.clientKey);
  }

  private adsPayload(rawBody: Buffer): WebhookPayload | undefined {
    const { adsApp } = this.apps;
    return adsApp === undefined ? undefined : parseAdsWebhook(rawBody, adsApp);
  }

  private now(signer: string): Signed {
    return { signers: [signer], signedAt: this.clock.now(), late: false };
  }
}

// The service gives events of ads their names itself. Posts and consents exist in both other families.
const OF_ADS = /^ads\./;
const OF_ACCOUNTS = /^(?:comment\.|im_)/;

function mayName(event: string, isLogin: boolean): boolean {
  return !OF_ADS.test(event) && !(isLogin && OF_ACCOUNTS.test(event));
}

const MISFIT = 'the signature does not fit the bytes';
const AHEAD = 'its signature is from the future: check the clock of this server';

function delivered(
  rawBody: Buffer,
  payload: WebhookPayload | undefined,
  { signedAt, late }: Signed,
  signedBy: string,
  status: Delivery['status'] = 'received',
): Verdict {
  return { delivery: { rawBody, payload, signedBy, signedAt, late, status } };
}
