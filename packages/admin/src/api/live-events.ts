import { useEffect, useRef } from 'react';
import { events, type StreamEvent, type Streams } from 'tiktok-connector-client';
import { useConnector } from './api.js';

/**
 * Passes each event of a stream to `take` while the component is on the page. The stream reconnects automatically. A stream that the
 * service refuses ends silently: the page keeps what it has read.
 * @param path values of the parameters in the stream's path; null opens no stream
 */
export function useLiveEvents<Stream extends keyof Streams>(
  stream: Stream,
  take: (event: StreamEvent<Stream>) => void,
  path: Record<string, string> | null = NO_PARAMETERS,
): void {
  const connector = useConnector();
  const latest = useRef(take);
  latest.current = take;
  const key = path === null ? null : JSON.stringify(path);
  useEffect(() => {
    if (key === null) return;
    const end = new AbortController();
    void (async () => {
      const parameters = JSON.parse(key) as Record<string, string>;
      for await (const event of events(connector, stream, { path: parameters, signal: end.signal }))
        latest.current(event);
    })().catch(() => undefined);
    return () => end.abort();
  }, [connector, stream, key]);
}

const NO_PARAMETERS = {};
