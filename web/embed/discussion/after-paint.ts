const LATEST_MS = 200;

/** Runs it when the browser has painted what is there by now; where nothing is painted, soon. */
export function afterPaint(work: () => void): void {
  let done = false;
  const once = () => {
    if (!done) work();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LATEST_MS);
}
