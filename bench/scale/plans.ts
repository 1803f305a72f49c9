import { type Seen, SLOW_MS } from './statement-log.js';

const MOST_OF_ONE = 2;

/** The slow statements with their plans, slowest first, with a limit per statement. */
export function describePlans(seen: readonly Seen[]): string {
  const told = new Map<string, number>();
  const parts: string[] = [];
  const slow = seen.filter(({ ms }) => ms >= SLOW_MS);
  for (const { during, what, ms, steps, values, plans } of slow.toSorted((a, b) => b.ms - a.ms)) {
    const key = `${during}: ${what}`;
    const count = told.get(key) ?? 0;
    told.set(key, count + 1);
    if (count >= MOST_OF_ONE) continue;
    const text = plans.length > 0 ? plans.join('\n') : '(no plan: waiting, planning, or a command)';
    parts.push(
      `== ${ms.toFixed(1)} ms, ${key} (${steps.join(', ')})\n${values.slice(0, 500)}\n${text}`,
    );
  }
  const head = `Statements of ${SLOW_MS} ms and more: ${slow.length} of ${seen.length}.`;
  return `${[head, ...parts].join('\n\n')}\n`;
}
