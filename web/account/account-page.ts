import { isUnderWay, press } from './press.js';
import { chosenRecent, showRecent } from './recent-ways.js';
import { type Answer, send } from './requests.js';
import { ask, say, sayAtField, tell } from './sentences.js';
import { takeFromAddress } from './token.js';

/** The form is of no further use after these outcomes. */
const ENDS: ReadonlySet<string> = new Set(['done', 'link-not-valid', 'email-taken', 'no-mail']);

/** The values for the placeholders of the outcome's sentence. */
type Texts = Readonly<Record<string, string>>;

const form = document.querySelector('form')!;
const button = form.querySelector('button')!;
const field = form.querySelector('input');
const { path = '', token: wants, again = '' } = form.dataset;
const act = button.textContent;

let token: string | null = null;
/** Whether everything that the button acts on is shown. */
let isReady = false;

/** Opens an account page. It changes nothing before a press, since programs open links. */
async function begin(): Promise<void> {
  token = takeFromAddress('token') ?? token;
  isReady = false;
  if (wants === 'needed' && token === null) return say('no-token');
  button.textContent = act;
  ask();
  const mine = token;
  const trouble = mine === null ? null : await showRecent(mine);
  // Another link was opened meanwhile.
  if (mine !== token) return;
  form.hidden = false;
  isReady = trouble === null;
  if (isReady) return field?.focus();
  button.textContent = again;
  tell(trouble!);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (isUnderWay()) return;
  void (isReady ? submit() : begin());
});

async function submit(): Promise<void> {
  const mine = token;
  const remove = chosenRecent();
  const body = {
    ...(token !== null && { token }),
    ...(remove.length > 0 && { remove }),
    ...(field && { [field.name]: field.value }),
  };
  const answer = await press(button, () => send<Texts>(path, body));
  // Another link was opened meanwhile.
  if (!answer || mine !== token) return;
  button.textContent = answer.say === 'network' ? again : act;
  show(answer);
}

function show({ say: sentence, rule, values }: Answer<Texts>): void {
  if (field && rule !== null && sayAtField(rule)) return;
  if (ENDS.has(sentence)) {
    form.hidden = true;
    if (field) field.value = '';
    token = null;
  }
  tell(sentence, values ?? {});
}

// Another link may be opened in the same tab.
addEventListener('hashchange', () => void begin());
void begin();
