import { WebSocket } from 'ws';
import { command } from './api-cases.ts';
import type { CaseSource, FuzzCase, Target } from './cases.ts';
import type { Dice } from './dice.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';

/** A screen that says what no screen says. */
export function junkSocket({ target }: CaseSource, dice: Dice): FuzzCase {
  const packets = Array.from({ length: 1 + dice.below(4) }, () => dice.pick(packetKinds)(target, dice));
  return { type: 'socket', what: 'a screen', withKey: dice.chance(0.85), packets };
}

type PacketKind = (target: Target, dice: Dice) => string | Uint8Array;

/** Engine.IO's `4` (message) and Socket.IO's `2` (event), mostly with an id that wants an answer. */
const packetKinds: readonly PacketKind[] = [
  (_target, dice) =>
    event('board:sync', mutateJson({ kitchen: 'main', epoch: 'x', since: 0, screen: 's' }, dice), dice),
  (target, dice) =>
    event('order:command', mutateJson({ orderId: dice.pick(target.orderIds), command: command(dice) }, dice), dice),
  (target, dice) =>
    event('order:command', mutateJson({ orderId: dice.pick(target.orderIds), command: command(dice) }, dice), dice),
  (target, dice) =>
    event('board:painted', mutateJson({ orders: [{ orderId: dice.pick(target.orderIds), ageMs: 5 }] }, dice), dice),
  (_target, dice) => dice.pick(oddPackets),
  (_target, { below }) => `42["board:sync","${'x'.repeat(below(150_000))}"]`,
  (_target, dice) => Buffer.from(mutateBytes(Buffer.from('42["board:sync",{}]'), dice)).toString('utf8'),
  (_target, { below, random }) => Uint8Array.from({ length: below(500) }, () => random() * 256),
];

function event(name: string, payload: string, { below, chance, pick }: Dice): string {
  const more = chance(0.1) ? `,${pick(['null', '1', '"x"', '{}', '[]'])}` : '';
  return `42${chance(0.8) ? below(1_000) : ''}["${name}",${payload === '' ? 'null' : payload}${more}]`;
}

const oddPackets = [
  '',
  '0',
  '1',
  '2probe',
  '3',
  '5',
  '6',
  '9',
  '40',
  '40/admin,',
  '40{"key":{}}',
  '42',
  '42[]',
  '42{}',
  '42null',
  '42[1]',
  '42[null]',
  '42["board:sync"]',
  '421["board:sync"]',
  '421["order:command"]',
  '421["order:command",null]',
  '421["board:painted"]',
  '421["__proto__",{}]',
  '421["constructor"]',
  '421["disconnect"]',
  '421["connect"]',
  '421["newListener"]',
  '42["board:sync",{"a":',
  '42/none,1["board:sync",{}]',
  '431["x"]',
  '43999999999999999999["x"]',
  '44"error"',
  '45-["x"]',
  '451-["board:painted",{"_placeholder":true,"num":0}]',
  '451-["board:painted",{"_placeholder":true,"num":99}]',
  '4599999-["x",{"_placeholder":true,"num":0}]',
  '461-1["x"]',
  '47',
  '4'.repeat(5_000),
];

const probe = '42987654["order:command",{"orderId":"nobody","command":{"id":"probe","type":"ready"}}]';
const patienceMs = 15_000;

/**
 * Plays a screen's packets and then asks something ordinary.
 * @returns how it ended: the ordinary question was answered, or the server hung up; null: neither
 */
export function playSocket(
  { port, apiKey }: Target,
  { withKey, packets }: Extract<FuzzCase, { type: 'socket' }>,
): Promise<'answered' | 'closed' | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    let isPlayed = false;
    const timer = setTimeout(() => finish(null), patienceMs);
    const finish = (end: 'answered' | 'closed' | null): void => {
      clearTimeout(timer);
      socket.terminate();
      resolve(end);
    };
    socket.on('error', () => finish('closed'));
    socket.on('close', () => finish('closed'));
    socket.on('message', (data: Buffer) => {
      const text = data.subarray(0, 20).toString('utf8');
      if (text.startsWith('0{')) return socket.send(withKey ? `40${JSON.stringify({ key: apiKey })}` : '40');
      if (text.startsWith('40{') && !isPlayed) {
        isPlayed = true;
        for (const packet of [...packets, probe]) socket.send(packet);
      }
      if (text.startsWith('44')) finish('closed');
      if (text.startsWith('43987654[')) finish('answered');
    });
  });
}
