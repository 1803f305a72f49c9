import type { Page } from 'playwright-core';

/** Measurements of a page by itself. */
export interface Noted {
  /** Milliseconds from the script's load to the first comment; null before that. */
  first: number | null;
  /** The time of the first comment, since the navigation started. */
  shownAt: number | null;
  /** The longest task, in milliseconds. */
  longest: number;
  /** The activity in its longest frame. */
  busiest: string;
  /** Cumulative layout shift of the article around the discussion. */
  shift: number;
  /** Maximum number of elements of the discussion. */
  elements: number;
  frames: number;
  /** The longest time between two frames. */
  gap: number;
}

/** Runs before any script of the page. */
export const OBSERVE = `
  window.noted = { first: null, shownAt: null, shift: 0, elements: 0,
    longest: 0, busiest: '', frames: 0, gap: 0 };
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
  watch('longtask', ({ duration }) => { noted.longest = Math.max(noted.longest, duration); });
  let slowest = 0;
  watch('long-animation-frame', ({ duration, renderStart, startTime, scripts }) => {
    if (duration <= slowest) return;
    slowest = duration;
    noted.busiest = Math.round(duration) + ' ms: ' + scripts.map((script) => script.invoker + ' ' +
      script.sourceFunctionName + ' ' + Math.round(script.duration) + ' ms, of it layout ' +
      Math.round(script.forcedStyleAndLayoutDuration)).join('; ');
  });
  watch('layout-shift', ({ sources, value }) => {
    if (sources.some(({ node }) => node?.closest?.('#article'))) noted.shift += value;
  });
  let former = performance.now();
  const look = () => {
    const now = performance.now();
    noted.gap = Math.max(noted.gap, now - former);
    former = now;
    noted.frames++;
    const root = document.querySelector('colloquy-thread')?.shadowRoot;
    if (root && noted.first === null && root.querySelector('article')) {
      noted.shownAt = now;
      noted.first = now - performance.getEntriesByType('resource')
        .find(({ name }) => name.includes('/main-')).responseEnd;
    }
    if (root && noted.frames % 10 === 0)
      noted.elements = Math.max(noted.elements, root.querySelectorAll('*').length);
    requestAnimationFrame(look);
  };
  look();
  window.noteAnew = () => {
    slowest = 0;
    Object.assign(noted, { longest: 0, busiest: '', frames: 0, gap: 0 });
  };`;

export const noted = (page: Page) => page.evaluate('noted') as Promise<Noted>;

/** Resets the measurements. */
export const noteAnew = (page: Page) => page.evaluate('noteAnew()');
