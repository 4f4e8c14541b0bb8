/** What a measurement needs of a running sandbox: a token, an upload URL, its memory by way of the role. */
export class SandboxCaller {
  private constructor(
    readonly origin: string,
    readonly token: string,
  ) {}

  static async connect(port: number): Promise<SandboxCaller> {
    const origin = `http://127.0.0.1:${port}`;
    const redirectUri = 'http://localhost/callback';
    const consent = new URLSearchParams({
      client_key: 'sandbox-client-key',
      response_type: 'code',
      scope: 'user.info.basic,user.info.profile,video.upload',
      redirect_uri: redirectUri,
      sandbox_auto_approve: '1',
    });
    const page = await fetch(`${origin}/v2/auth/authorize/?${consent.toString()}`, { redirect: 'manual' });
    const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const answer = await fetch(`${origin}/v2/oauth/token/`, {
      method: 'POST',
      body: new URLSearchParams({
        client_key: 'sandbox-client-key',
        client_secret: 'sandbox-client-secret',
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
      }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    return new SandboxCaller(origin, access_token);
  }

  get userInfoPath(): string {
    return '/v2/user/info/?fields=open_id,union_id,display_name,username,bio_description';
  }

  async userInfo(): Promise<string> {
    const headers = { authorization: `Bearer ${this.token}` };
    return (await fetch(this.origin + this.userInfoPath, { headers })).text();
  }

  async openUpload(chunks: number, chunkBytes: number): Promise<string> {
    const answer = await fetch(`${this.origin}/v2/post/publish/inbox/video/init/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        source_info: {
          source: 'FILE_UPLOAD',
          video_size: chunks * chunkBytes,
          chunk_size: chunkBytes,
          total_chunk_count: chunks,
        },
      }),
    });
    const { data } = (await answer.json()) as { data: { upload_url: string } };
    return data.upload_url;
  }

  /** What has arrived, the oldest first. Times in ms. */
  async uploads(): Promise<{ chunks: { last: number; first: number; receivedAt: number }[] }[]> {
    const answer = await fetch(`${this.origin}/__sandbox/uploads`);
    return ((await answer.json()) as { uploads: Awaited<ReturnType<SandboxCaller['uploads']>> }).uploads;
  }

  async control(path: string, body: object): Promise<void> {
    await fetch(`${this.origin}/__sandbox${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}
