import type { Settings } from '../settings.js';

export interface TokenProfile {
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
  /** Whether a refresh always replaces the refresh token. */
  readonly rotates: boolean;
}

/** The two generations of token lifetimes. Source: reference §1.5. */
export const TOKEN_PROFILES: Record<Settings['tokenProfile'], TokenProfile> = {
  '2026-11': { accessSeconds: 7_200, refreshSeconds: 15_552_000, rotates: true },
  legacy: { accessSeconds: 86_400, refreshSeconds: 31_536_000, rotates: false },
};

export const CLIENT_TOKEN_SECONDS = 7_200;
