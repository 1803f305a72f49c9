import { press } from './press.js';
import { send } from './requests.js';
import { say, tell } from './sentences.js';
import { takeFromAddress } from './token.js';

/** The comment that a decision link is about, as the service returns it. */
interface Linked {
  state: 'open' | 'changed' | 'done' | 'settled';
  action: 'approve' | 'remove';
  token: string | null;
  reason: string;
  undoUntil: string | null;
  comment: {
    author: string | null;
    text: string;
    status: string;
    title: string;
    url: string;
    rules: readonly string[];
    reports: number;
    notices: number;
  };
}

/** After these the comment is shown again, because another moderator was faster. */
const OUTDATED: ReadonlySet<string> = new Set(['version-conflict', 'decision-does-not-fit']);
/** After these the user may try again. */
const RETRIED: ReadonlySet<string> = new Set(['network', 'too-many', 'failed']);
const ROUTE = 'mailed-decisions';

const shown = document.getElementById('comment')!;
const why = document.getElementById('why')!;
const form = document.querySelector('form')!;
const button = form.querySelector('button')!;
const select = form.querySelector('select')!;
const undo = document.getElementById('undo')!;

let token: string | null = null;
let label = '';
let undoEnds: ReturnType<typeof setTimeout> | undefined;

/** Opens the page. It only reads, and decides nothing before a press of the button. */
function begin(): void {
  const opened = takeFromAddress('token');
  token = opened ?? token;
  if (token === null) return say('no-token');
  // The button decides only on the comment that is shown.
  if (opened !== null) for (const part of [shown, form, undo]) part.hidden = true;
  void call('/look', (linked) => show(linked, linked.state === 'done' ? 'already' : null));
}

async function call(
  path: string,
  then: (linked: Linked) => void,
  more: object = {},
  pressed: HTMLElement = button,
): Promise<void> {
  const asked = token;
  const answer = await press(pressed, () => send<Linked>(ROUTE + path, { token, ...more }));
  if (!answer) return;
  const { say: sentence, values } = answer;
  button.textContent = sentence === 'network' ? form.dataset.again! : label;
  // Another link was opened meanwhile.
  if (asked !== token) begin();
  else if (values) then(values);
  else if (OUTDATED.has(sentence)) await call('/look', (linked) => show(linked, null));
  else refuse(sentence);
}

function refuse(sentence: string): void {
  const isLost = !RETRIED.has(sentence);
  if (isLost) undo.hidden = true;
  // A comment that could not be shown is requested again: the address no longer has the token.
  if (isLost || shown.hidden) form.hidden = isLost;
  if (shown.hidden) button.textContent = form.dataset.again!;
  tell(sentence);
}

/** @param sentence the outcome; null if the state itself tells it */
function show(linked: Linked, sentence: string | null): void {
  const { state, action, comment, reason, undoUntil } = linked;
  token = linked.token ?? token;
  fill('author', comment.author);
  fill('title', comment.title);
  fill('text', comment.text);
  shown.querySelector('a')!.href = comment.url;
  why.replaceChildren(...linesOf(comment));
  shown.hidden = false;
  const waits = state === 'open' || state === 'changed';
  form.hidden = !waits;
  label = form.dataset[action === 'approve' && comment.status !== 'held' ? 'keep' : action]!;
  button.textContent = label;
  select.closest<HTMLElement>('.field')!.hidden = action !== 'remove';
  select.value = reason;
  offerUndo(undoUntil);
  if (sentence !== null) tell(sentence);
  else if (state !== 'open') tell(state);
}

function linesOf({ rules, reports, notices }: Linked['comment']): Node[] {
  const counts = Object.entries({ reports, notices }).filter(([, count]) => count > 0);
  return [
    ...rules.flatMap((rule) => lineNamed(rule) ?? []),
    ...counts.flatMap(([name, count]) => {
      const line = lineNamed(name)!;
      line.querySelector('[data-from]')!.textContent = String(count);
      return line;
    }),
  ];
}

function lineNamed(name: string): DocumentFragment | null {
  const kept = document.querySelector<HTMLTemplateElement>(
    `template[data-line="${CSS.escape(name)}"]`,
  );
  return kept && (kept.content.cloneNode(true) as DocumentFragment);
}

/** The decision can be undone until somebody has been notified of it. */
function offerUndo(until: string | null): void {
  clearTimeout(undoEnds);
  const left = until === null ? 0 : Date.parse(until) - Date.now();
  undo.hidden = left <= 0;
  if (left > 0) undoEnds = setTimeout(() => (undo.hidden = true), left);
}

function fill(name: string, text: string | null): void {
  const place = shown.querySelector<HTMLElement>(`[data-from="${name}"]`)!;
  place.textContent = text ?? place.dataset.somebody!;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (shown.hidden) return begin();
  const reason = select.closest<HTMLElement>('.field')!.hidden ? {} : { reason: select.value };
  void call('', (linked) => show(linked, `done-${linked.action}`), reason);
});
undo.addEventListener('click', ({ target }) => {
  const pressed = (target as Element).closest('button');
  if (pressed) void call('/undo', (linked) => show(linked, 'undone'), {}, pressed);
});

// Another link may be opened in the same tab.
addEventListener('hashchange', begin);
begin();
