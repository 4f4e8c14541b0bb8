/** What the service says about itself before a user has signed in: `/admin/config.json`. */
export interface Settings {
  /** The platform's login page, which returns to the UI with `#token=…`. Null if there is none. */
  loginUrl: string | null;
  embedOrigins: string[];
}

let known: Settings = { loginUrl: null, embedOrigins: [] };

export async function loadSettings(): Promise<void> {
  const response = await fetch('/admin/config.json').catch(() => undefined);
  if (response?.ok) known = (await response.json()) as Settings;
}

export function settings(): Settings {
  return known;
}
