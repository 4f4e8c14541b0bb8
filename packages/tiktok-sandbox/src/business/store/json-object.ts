/** Whatever a caller sent, kept as it came. */
export type JsonObject = Record<string, unknown>;
