import { answer, startPeer, takeRawBody } from './peer.ts';

// The limit: reads the bytes, stores nothing, answers.

startPeer(() => async (request, response) => {
  await takeRawBody(request);
  answer(response, 200, { status: 'accepted' });
});
