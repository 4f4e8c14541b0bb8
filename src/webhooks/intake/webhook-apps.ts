import { Injectable } from '@nestjs/common';
import { AppConfig, type WebhookFamily } from '../../config/index.js';
import { isOpenSignedBy, isSignedBy, type SignatureHeader } from '../../tiktok/index.js';

/** The apps that receive events, keyed by client key, with all secrets that are live. */
@Injectable()
export class WebhookApps {
  /** The Business app, whose webhooks of ads do not name it. */
  readonly adsApp: string | undefined;
  private readonly secrets: ReadonlyMap<string, readonly string[]>;
  private readonly loginApp: string;
  private readonly unverified: ReadonlySet<WebhookFamily>;

  constructor({ tiktok: { login, business, webhooks } }: AppConfig) {
    const apps = [
      { id: login.id, secrets: [login.secret, ...webhooks.loginSecrets] },
      ...(business ? [{ id: business.id, secrets: [business.secret, ...webhooks.businessSecrets] }] : []),
    ];
    // Anyone can sign with an empty secret.
    const secretsOf = (key: string) =>
      apps.flatMap(({ id, secrets }) => (id === key ? secrets.filter((secret) => secret !== '') : []));
    this.secrets = new Map(apps.map(({ id }) => [id, secretsOf(id)]));
    this.adsApp = business?.id;
    this.loginApp = login.id;
    this.unverified = new Set(webhooks.unverified);
  }

  isOurs(clientKey: string): boolean {
    return this.secrets.has(clientKey);
  }

  /** The client keys of the apps whose secret signed these bytes, by `TikTok-Signature`. */
  signersOf(rawBody: Buffer, header: SignatureHeader): string[] {
    return [...this.secrets.keys()].filter((clientKey) =>
      isSignedBy(this.secretsOf(clientKey), header, rawBody),
    );
  }

  /** True if the Business app signed these bytes, by `X-Open-Signature`. */
  isOpenSigned(rawBody: Buffer, header: string): boolean {
    const secrets = this.adsApp === undefined ? [] : this.secretsOf(this.adsApp);
    return secrets.map((secret) => isOpenSignedBy(secret, header, rawBody)).includes(true);
  }

  /** True if an operator has switched the verification off for these deliveries. */
  acceptsUnsigned(clientKey: string, isAds: boolean): boolean {
    if (isAds) return this.unverified.has('ads');
    return this.unverified.has(this.isLogin(clientKey) ? 'login' : 'accounts');
  }

  isLogin(clientKey: string): boolean {
    return clientKey === this.loginApp;
  }

  get acceptsAnyUnsigned(): boolean {
    return this.unverified.size > 0;
  }

  get hasSecrets(): boolean {
    return [...this.secrets.values()].some((secrets) => secrets.length > 0);
  }

  private secretsOf(clientKey: string): readonly string[] {
    return this.secrets.get(clientKey) ?? [];
  }
}
