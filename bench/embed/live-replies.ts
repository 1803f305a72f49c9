import type { Page } from 'playwright-core';
import { setTimeout as delay } from 'node:timers/promises';
import { noteAnew, noted } from './noted.js';

const A_SECOND = 50;
const SECONDS = 30;
const ARRIVAL_MS = 10_000;
const PASSWORD = 'correct horse battery';

export interface LiveReplies {
  sent: number;
  lost: number;
  longest: number;
  busiest: string;
  framesPerSecond: number;
  gap: number;
}

/** Writes comments steadily while a page is open, and compares its count with the answers. */
export async function liveReplies(page: Page, url: string, postId: string): Promise<LiveReplies> {
  const { accessToken } = await post(`${url}/api/v1/auth/register`, {
    email: 'writer@example.org',
    username: 'writer',
    password: PASSWORD,
  });
  await page.waitForFunction(
    `document.querySelector('colloquy-thread').shadowRoot.querySelector('[data-status=live]')`,
  );
  const before = await shownCount(page);
  await noteAnew(page);
  const acknowledged: Promise<unknown>[] = [];
  const start = performance.now();
  for (let nth = 0; nth < A_SECOND * SECONDS; nth++) {
    const wait = start + (nth * 1_000) / A_SECOND - performance.now();
    if (wait > 0) await delay(wait);
    const comments = `${url}/api/v1/posts/${postId}/comments`;
    acknowledged.push(post(comments, { body: `Live ${nth}` }, accessToken));
  }
  await Promise.all(acknowledged);
  const seconds = (performance.now() - start) / 1_000;
  const { frames, longest, busiest, gap } = await noted(page);
  const sent = acknowledged.length;
  const end = Date.now() + ARRIVAL_MS;
  while ((await shownCount(page)) < before + sent && Date.now() < end) await delay(100);
  const lost = before + sent - (await shownCount(page));
  return { sent, lost, longest, busiest, framesPerSecond: frames / seconds, gap };
}

async function shownCount(page: Page): Promise<number> {
  const title = (await page.evaluate(
    `document.querySelector('colloquy-thread').shadowRoot.querySelector('#title').textContent`,
  )) as string;
  return Number(title.replace(/\D/g, ''));
}

async function post(url: string, body: object, token?: string): Promise<{ accessToken: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { accessToken: string };
}
