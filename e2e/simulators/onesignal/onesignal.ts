import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { answerAs, type RecordedRequest } from './answers.ts';
import { createAppState, type AcceptedPush } from './app-state.ts';
import type { Mode } from './mode.ts';

export interface OneSignalOptions {
  /** 0 or left out: any free one. */
  port?: number;
  /** The external ids with a subscribed device, one each. */
  subscribers: readonly string[];
  /** Segments by name; `All` needs no entry. */
  segments?: Readonly<Record<string, readonly string[]>>;
  /** The modes of the first requests, one each; then the mode of `setMode` holds (success). */
  script?: readonly Mode[];
  apiKey?: string;
  appId?: string;
  now?: () => number;
}

export interface OneSignalSimulator extends AsyncDisposable {
  /** For `ONESIGNAL_API_URL`. */
  url: string;
  apiKey: string;
  appId: string;
  requests: RecordedRequest[];
  /** The pushes it took and told people of, each once. */
  accepted: AcceptedPush[];
  isDisabled(): boolean;
  setMode(mode: Mode): void;
  close(): Promise<void>;
}

/** Starts OneSignal's create-notification API on this machine, as documented, with its ways to fail. */
export async function startOneSignal(options: OneSignalOptions): Promise<OneSignalSimulator> {
  const { apiKey = 'os_v2_app_simulated', appId = '5f1b1f63-0000-4000-8000-000000000001', now = Date.now } = options;
  const app = createAppState({ subscribers: options.subscribers, segments: options.segments ?? {}, now });
  const script = [...(options.script ?? [])];
  const requests: RecordedRequest[] = [];
  let mode: Mode = { type: 'success' };

  const web = express();
  web.disable('x-powered-by');
  web.use(express.text({ type: () => true, limit: '1mb' }));
  web.post(['/notifications', '/api/v1/notifications'], (incoming, response) => {
    const request = record(incoming, now());
    requests.push(request);
    answerAs(script.shift() ?? mode, { request, response, app, apiKey, appId });
  });
  web.use((_request: Request, response: Response) => void response.status(404).json({ errors: ['Not found'] }));

  const server = web.listen(options.port ?? 0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    appId,
    requests,
    accepted: app.accepted,
    isDisabled: app.isDisabled,
    close,
    setMode: (next) => void (mode = next),
    [Symbol.asyncDispose]: close,
  };
}

function record(incoming: Request, at: number): RecordedRequest {
  const { method, path } = incoming;
  const bodyText = typeof incoming.body === 'string' ? incoming.body : '';
  return { at, method, path, authorization: incoming.header('authorization'), bodyText };
}
