import type { Page } from 'playwright-core';
import { setTimeout as delay } from 'node:timers/promises';
import { noteAnew, noted } from './noted.js';

const MOST_MS = 180_000;
const PACE_MS = 60;
const PIXELS = 4_000;

const IS_MORE = `!!document.querySelector('colloquy-thread').shadowRoot.querySelector('.wide')`;

export interface Scrolled {
  seconds: number;
  reachedTheEnd: boolean;
  elements: number;
  longest: number;
  busiest: string;
  framesPerSecond: number;
  gap: number;
}

/** Scrolls until the whole thread is loaded. */
export async function scroll(page: Page): Promise<Scrolled> {
  await noteAnew(page);
  const begun = performance.now();
  let isMore = true;
  while (isMore && performance.now() - begun < MOST_MS) {
    await page.mouse.wheel(0, PIXELS);
    await delay(PACE_MS);
    isMore = (await page.evaluate(IS_MORE)) as boolean;
  }
  const seconds = (performance.now() - begun) / 1_000;
  const { elements, longest, busiest, frames, gap } = await noted(page);
  const framesPerSecond = frames / seconds;
  return { seconds, reachedTheEnd: !isMore, elements, longest, busiest, framesPerSecond, gap };
}
