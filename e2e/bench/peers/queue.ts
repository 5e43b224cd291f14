import { answer, startPeer, takeRawBody } from './peer.ts';

// What is usually advised: put the request into a BullMQ queue in Redis, then answer.

interface Queue {
  add(name: string, data: { body: string; headers: unknown }): Promise<unknown>;
}

startPeer(async ({ serviceUrl }) => {
  const { hostname, port } = new URL(serviceUrl ?? '');
  // By a name the compiler does not follow: this peer is measured where BullMQ is installed, and skipped elsewhere.
  const packageName: string = 'bullmq';
  const { Queue } = (await import(packageName)) as { Queue: new (name: string, options: object) => Queue };
  const queue = new Queue('orders', { connection: { host: hostname, port: Number(port) } });
  return async (request, response) => {
    const body = await takeRawBody(request);
    await queue.add('order', { body: body.toString('utf8'), headers: request.headers });
    answer(response, 200, { status: 'accepted' });
  };
});
