import type { CDPSession } from 'playwright-core';

type Answer = Record<string, unknown>;

/** The browser's own protocol, spoken with one tab. */
export interface TabSession {
  /** @throws with what the browser says is wrong */
  send(method: string, params?: object): Promise<Answer>;
  /** @returns the value of an expression; @throws what it threw */
  evaluate(expression: string): Promise<unknown>;
}

/**
 * Speaks with a tab that the test library does not know, and so does not watch.
 * @param root a session with the browser itself
 */
export async function attachTo(root: CDPSession, targetId: string): Promise<TabSession> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let last = 0;
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, error, result } = answerIn(event.message);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error));
    else asked?.resolve(result);
  });
  async function send(method: string, params: object = {}): Promise<Answer> {
    last += 1;
    const answer = Promise.withResolvers<Answer>();
    waiting.set(last, answer);
    const message = JSON.stringify({ id: last, method, params });
    await root.send('Target.sendMessageToTarget', { sessionId, message });
    return answer.promise;
  }
  return {
    send,
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        ...{ expression, returnByValue: true, awaitPromise: true },
      });
      if (exceptionDetails) throw new Error(`in the page: ${JSON.stringify(exceptionDetails)}`);
      return isRecord(result) ? result.value : undefined;
    },
  };
}

function answerIn(message: string): { id: number; error: string | null; result: Answer } {
  const parsed: unknown = JSON.parse(message);
  const { id, error, result } = isRecord(parsed) ? parsed : {};
  return {
    id: typeof id === 'number' ? id : -1,
    error: error === undefined ? null : JSON.stringify(error),
    result: isRecord(result) ? result : {},
  };
}

function isRecord(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null;
}
