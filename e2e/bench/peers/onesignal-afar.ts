import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOneSignal } from '../../simulators/onesignal/onesignal.ts';
import { answerParent } from '../child.ts';

// OneSignal's simulator behind the time a real call takes.

const questions = {
  async start({ awayMs }: { awayMs: number }): Promise<{ url: string; apiKey: string; appId: string }> {
    const subscribers = Array.from({ length: 10_000 }, (_, index) => `chef-${index + 1}`);
    const simulator = await startOneSignal({ subscribers });
    const server = createServer((request, response) => void relay(request, response, simulator.url, awayMs));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { url: `http://127.0.0.1:${port}`, apiKey: simulator.apiKey, appId: simulator.appId };
  },
};
export type OneSignalAfar = typeof questions;

async function relay(request: IncomingMessage, response: ServerResponse, to: string, awayMs: number): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  await sleep(awayMs);
  const { authorization = '' } = request.headers;
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${to}${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
  const text = await answer.text();
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
}

answerParent(questions);
