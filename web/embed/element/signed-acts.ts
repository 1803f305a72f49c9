import { session } from '../../parts/session.js';
import { type Panels, TOP } from '../discussion/open-panels.js';
import { explain } from '../discussion/problem-words.js';
import { hasEnded, lacksFactor, termsOf } from '../discussion/refusals.js';
import type { Localizer } from '../words/localizer.js';

/** The part of a thread that acts need. */
interface Surroundings {
  readonly panels: Panels;
  readonly words: Localizer;
  carryOut(act: () => Promise<void>, place?: string): void;
  needViews(place: string): Promise<boolean>;
}

/** A failed act, and the account in whose name it was done. */
interface Failed {
  readonly error: unknown;
  readonly act?: () => Promise<void>;
  readonly place?: string | undefined;
  readonly account?: string | undefined;
}

/** The last act at each place that waits until the signed-in account is known. */
const waiting = new WeakMap<Surroundings, Map<string, () => void>>();

/**
 * Does the act, after a sign-in at this place if one is needed.
 * @param asGuest whether a named guest may do it, too
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
  // The browser may have a session whose answer is still on its way.
  await session.token();
  // A reader who sees nothing happen presses again, but means one act.
  if (acts.get(place) !== act) return;
  acts.delete(place);
  if (asGuest ? session.user : session.hasAccount) return act();
  panels.show(place, { is: 'sign-in', goOn: act, former: panels.at(place) });
}

/** Reports why an act failed. After an expired session it is repeated with a new sign-in. */
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
