import type { Expected, FuzzCase, Target } from './cases.ts';
import { sendRaw, type RawAnswer } from './raw-request.ts';
import { playSocket } from './socket-cases.ts';

export interface Judgement {
  /** What came back: a status, `closed`, `timeout`, or how a socket ended. */
  answer: string;
  /** A sentence, or null. */
  failure: string | null;
}

/** Plays a case and says whether what came of it is what had to. */
export async function judge(fuzzCase: FuzzCase, target: Target): Promise<Judgement> {
  if (fuzzCase.type === 'socket') {
    const end = await playSocket(target, fuzzCase);
    const failure = end === null ? `${fuzzCase.what}: neither answered nor hung up on` : null;
    return { answer: `socket ${end ?? 'silent'}`, failure };
  }
  const answer = await sendRaw(target.port, fuzzCase.bytes, isWhole(fuzzCase.expected));
  const fault = faultOf(answer, fuzzCase.expected);
  const said = fault === null ? null : `${fuzzCase.what.slice(0, 200)}: ${fault} ${answer.body.slice(0, 200)}`;
  return { answer: `${answer.status ?? answer.ended}`, failure: said };
}

function isWhole(expected: Expected): boolean {
  return expected === 'stored' || expected === 'refused';
}

function faultOf({ status, ended }: RawAnswer, expected: Expected): string | null {
  if (ended === 'timeout') return 'no answer in 20 s.';
  // The disk takes everything here, so there is no reason for a 503 either.
  if (status !== null && status >= 500) return `answered ${status}.`;
  switch (expected) {
    case 'stored':
      return status === 200 ? null : `rightly signed, but ${told(status)}.`;
    case 'refused':
      return status !== null && status >= 400 ? null : `not rightly signed, but ${told(status)}.`;
    case 'harmless':
      return null;
    default:
      return status === expected.status || status === null ? null : `${told(status)} instead of ${expected.status}.`;
  }
}

function told(status: number | null): string {
  return status === null ? 'hung up on' : `answered ${status}`;
}
