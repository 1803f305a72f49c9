import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { AnswerReader } from '../../../bench/load/answer-reader.js';
import type { Work } from './work.js';
import { type Requests, WORD } from './volume.js';

const LOOKED_EACH_MS = 50;
const AGAIN_MS = 5;

/** Sends one request after another on one connection, and opens a new one when it is cut. */
export async function keepAsking(work: Work): Promise<void> {
  const { texts } = work.volume.what as Requests;
  let socket = null as Socket | null;
  while (!work.over()) {
    const nth = await work.turn();
    if (work.over()) break;
    socket = socket?.writable ? socket : await open(work.volume.port);
    const end = await ask(socket, work, textOf(texts, nth));
    work.end(end);
    if (end === 'cut') await delay(AGAIN_MS);
  }
  socket?.destroy();
}

function textOf(texts: readonly string[], nth: number): string {
  const word =
    `x${process.pid % 1_000}`.padEnd(4, '0') + String(nth).padStart(WORD.length - 5, '0');
  return texts[nth % texts.length].replaceAll(WORD, `${word}x`);
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    socket.on('error', () => undefined);
    socket.once('connect', () => resolve(socket)).once('close', () => resolve(socket));
  });
}

/** @returns the status, `cut` without an answer, or `late` when the time is up first */
function ask(socket: Socket, work: Work, text: string): Promise<string> {
  return new Promise((resolve) => {
    const settle = (how: string) => {
      clearInterval(timer);
      socket.off('data', take).off('close', cut);
      resolve(how);
    };
    const reader = new AnswerReader((status) => settle(String(status)));
    const take = (bytes: Buffer) => reader.take(bytes);
    const cut = () => settle('cut');
    const timer = setInterval(() => {
      if (work.over()) settle('late');
    }, LOOKED_EACH_MS);
    socket.on('data', take).on('close', cut);
    if (!socket.writable) return cut();
    socket.write(text);
  });
}
