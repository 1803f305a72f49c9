import { chosenRecent, showRecent } from './recent-ways.js';
import { type Answer, send } from './requests.js';
import { ask, say, sayAtField } from './sentences.js';
import { takeFromAddress } from './token.js';

/** What a form cannot go on after. */
const ENDS: ReadonlySet<string> = new Set(['done', 'link-not-valid', 'email-taken', 'no-mail']);

const form = document.querySelector('form')!;
const button = form.querySelector('button')!;
const field = form.querySelector('input');
const { path = '', token: wants, sending = '', again = '' } = form.dataset;
const act = button.textContent;

let token: string | null = null;
let isSending = false;

/** A page of accounts as it is opened: nothing is changed before somebody presses the button, since programs open links. */
function begin(): void {
  token = takeFromAddress('token') ?? token;
  if (wants === 'needed' && token === null) return say('no-token');
  form.hidden = false;
  button.textContent = act;
  ask();
  field?.focus();
  if (token !== null) void showRecent(token);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!isSending) void submit();
});

async function submit(): Promise<void> {
  isSending = true;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = sending;
  ask();
  const remove = chosenRecent();
  const answer = await send(path, {
    ...(token !== null && { token }),
    ...(remove.length > 0 && { remove }),
    ...(field && { [field.name]: field.value }),
  });
  isSending = false;
  button.removeAttribute('aria-disabled');
  button.textContent = answer.say === 'network' ? again : act;
  tell(answer);
}

function tell({ say: sentence, rule, values }: Answer): void {
  if (field && rule !== null && sayAtField(rule)) return;
  if (ENDS.has(sentence)) {
    form.hidden = true;
    if (field) field.value = '';
    token = null;
  }
  say(sentence, values);
  document.getElementById('said')!.focus();
}

// Another link may be opened in the same tab.
addEventListener('hashchange', begin);
begin();
