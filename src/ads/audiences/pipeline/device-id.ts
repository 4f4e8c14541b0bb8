const DEVICE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a phone answers whose owner has switched the id off. */
const SWITCHED_OFF = '00000000-0000-0000-0000-000000000000';

/** @returns the device id in lower case; undefined if it is none */
export function normaliseDeviceId(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return DEVICE_ID.test(id) && id !== SWITCHED_OFF ? id : undefined;
}
