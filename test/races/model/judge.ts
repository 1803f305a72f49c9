import { type Act, EVENTS, type Logged, type PageRead } from './act.js';
import { ThreadModel } from './thread-model.js';

/** Everything that happened in one thread. */
export interface Run {
  acts: readonly Act[];
  pages: readonly PageRead[];
  log: readonly Logged[];
}

/**
 * Checks a run against the model. The log defines the order of the acts, and the model must accept
 * them in that order. Each refusal must match the model at some moment while its request was open.
 * Each page must equal the thread at the page's `seq`.
 */
export function judge({ acts, pages, log }: Run): string[] {
  const { order, violations } = ordered(acts, log);
  const states = [new ThreadModel()];
  for (const [at, act] of order.entries()) {
    const before = states[at];
    const refusals = before.refusals(act);
    if (refusals.length > 0 || !before.changes(act))
      violations.push(`${told(act)} was done as event ${at + 1}: ${refusals.join(', ')}.`);
    const after = before.copy();
    if (refusals.length === 0) after.apply(act);
    states.push(after);
  }
  const windows = new Windows(order);
  for (const [at, act] of order.entries()) {
    const [from, to] = windows.of(act);
    if (at < from || at + 1 > to)
      violations.push(`${told(act)} is event ${at + 1}, and was under way from ${from} to ${to}.`);
  }
  const written = new Set(order);
  for (const act of acts.filter((one) => !written.has(one))) {
    const [from, to] = windows.of(act);
    const fits = (state: ThreadModel) =>
      act.ok
        ? state.refusals(act).length === 0 && !state.changes(act)
        : state.refusals(act).includes(act.told);
    if (!states.slice(from, to + 1).some(fits))
      violations.push(`${told(act)} was answered ${act.told}: never between ${from} and ${to}.`);
  }
  for (const page of pages) violations.push(...judgePage(page, states[page.seq], windows));
  return violations;
}

/** The executed acts in log order, and the mismatches between the log and the answers. */
function ordered(acts: readonly Act[], log: readonly Logged[]) {
  const violations: string[] = [];
  // A repeated delete changes nothing, so the log has the first one.
  const accepted = acts.filter(({ ok }) => ok).toReversed();
  const done = new Map(accepted.map((act) => [keyOf(act), act]));
  const order: Act[] = [];
  for (const [at, event] of log.entries()) {
    if (event.seq !== at + 1) violations.push(`Event ${at + 1} has the seq ${event.seq}.`);
    const act = done.get(keyOfEvent(event));
    if (act) order.push(act);
    else violations.push(`Event ${event.seq}, ${event.type}, was done by nobody.`);
  }
  return { order, violations };
}

function keyOf({ kind, id, becomes, seq }: Act): string {
  if (kind === 'lock' || kind === 'unlock') return `${EVENTS[kind]} ${seq}`;
  return kind === 'delete' ? `${EVENTS.delete} ${id}` : `${EVENTS[kind]} ${id} ${becomes}`;
}

function keyOfEvent({ type, commentId, version, seq }: Logged): string {
  if (commentId === null) return `${type} ${seq}`;
  return type === EVENTS.delete ? `${type} ${commentId}` : `${type} ${commentId} ${version}`;
}

/** The events between which a request was open: after all that was answered before it was sent. */
class Windows {
  constructor(private readonly order: readonly Act[]) {}

  of({ sent, answered }: { sent: number; answered: number }): [number, number] {
    const from = this.order.findLastIndex((act) => act.answered < sent) + 1;
    const next = this.order.findIndex((act) => act.sent > answered);
    return [from, next === -1 ? this.order.length : next];
  }
}

function judgePage(page: PageRead, state: ThreadModel | undefined, windows: Windows): string[] {
  const [, to] = windows.of(page);
  if (!state || page.seq > to)
    return [`A page has the seq ${page.seq}, which was not written yet.`];
  const faults: string[] = [];
  if (page.commentCount !== state.commentCount)
    faults.push(`counts ${page.commentCount} comments instead of ${state.commentCount}`);
  for (const item of page.items) {
    const { id, parentId, status, version, body, replyCount } = item;
    const is = JSON.stringify({ id, parentId, status, version, body, replyCount });
    const wanted = JSON.stringify(state.shown(id));
    if (is !== wanted) faults.push(`shows ${is} instead of ${wanted}`);
  }
  const shown = new Set(page.items.map(({ id }) => id));
  const missing = state.topLevel.filter((id) => !shown.has(id));
  if (missing.length > 0) faults.push(`lacks ${missing.join(', ')}`);
  return faults.map((fault) => `The page of seq ${page.seq} ${fault}.`);
}

function told({ client, kind, id, parentId, version }: Act): string {
  const on = kind === 'create' ? (parentId ?? 'the post') : (id ?? 'the post');
  return `Client ${client}: ${kind} ${on} (version ${version})`;
}
