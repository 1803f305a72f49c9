import { session } from '../../parts/session.js';
import { type Panels, TOP } from '../discussion/open-panels.js';
import { explain } from '../discussion/problem-words.js';
import { hasEnded, lacksFactor, termsOf } from '../discussion/refusals.js';
import type { Localizer } from '../words/localizer.js';

/** The thread around acts, as far as they need it. */
interface Surroundings {
  readonly panels: Panels;
  readonly words: Localizer;
  carryOut(act: () => Promise<void>, place?: string): void;
  needViews(place: string): Promise<boolean>;
}

/** An act that failed, and in whose name it was done. */
interface Failed {
  readonly error: unknown;
  readonly act?: () => Promise<void>;
  readonly place?: string | undefined;
  readonly account?: string | undefined;
}

/** Acts at a place that wait to know who is signed in: the last one of each. */
const waiting = new WeakMap<Surroundings, Map<string, () => void>>();

/**
 * Does it, after a sign-in at this place where one is needed.
 * @param asGuest whether a guest with a name does it, too
 */
export async function signedIn(
  around: Surroundings,
  place: string,
  act: () => void,
  asGuest = false,
): Promise<void> {
  const { panels } = around;
  const acts = waiting.get(around) ?? new Map<string, () => void>();
  waiting.set(around, acts.set(place, act));
  // The browser may be signed in, and the answer on its way.
  await session.token();
  // A reader presses again while they see nothing happen, and means it once.
  if (acts.get(place) !== act) return;
  acts.delete(place);
  if (asGuest ? session.user : session.hasAccount) return act();
  panels.show(place, { is: 'sign-in', goOn: act, former: panels.at(place) });
}

/** Says why an act failed. Where the session has ended, the same account signs in again, and it is done. */
export async function recover(around: Surroundings, failed: Failed): Promise<void> {
  const { error, act, place, account } = failed;
  const at = place ?? TOP;
  if (act && account && hasEnded(error)) {
    if (!(await around.needViews(at))) return;
    return signedIn(
      around,
      at,
      () => {
        if (session.user?.id === account) around.carryOut(act, place);
      },
      true,
    );
  }
  const terms = termsOf(error);
  if (act && (terms || lacksFactor(error))) {
    if (!(await around.needViews(at))) return;
    const goOn = () => around.carryOut(act, place);
    return around.panels.show(at, terms ? { is: 'terms', terms, goOn } : { is: 'step-up', goOn });
  }
  const { text } = await explain(error, around.words);
  around.panels.tell(place, { text, alert: true });
}
