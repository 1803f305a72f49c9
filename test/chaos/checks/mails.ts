import type { ArrivedMail, History, NodeKill } from '../history.js';
import type { Finding } from './finding.js';

/** The longest delay from a mail's arrival to the service's note of it, if no kill intervenes. */
const IN_FLIGHT_MS = 2_500;

/** Each due comment is in a mail to its reader. A mail shows twenty and counts the rest. */
export function dueIsMailed({ tellings, mails }: History): Finding[] {
  const shown = new Set(mails.flatMap(({ to, keys }) => keys.map((key) => `${to} ${key}`)));
  const counted = new Map<string, number>();
  for (const { to, more } of firstCopies(mails)) counted.set(to, (counted.get(to) ?? 0) + more);
  const missing = tellings.filter(({ key, to, due }) => due && !shown.has(`${to} ${key}`));
  return missing
    .filter(({ to }) => missing.filter((one) => one.to === to).length > (counted.get(to) ?? 0))
    .map(({ key, to }) => ({
      invariant: 'due-is-mailed',
      says: `${to} was to be mailed of ${key}, and is not`,
      about: { key, proc: to },
    }));
}

/** No mail shows a comment hidden before the mail was due, or one that is not for its reader. */
export function hiddenIsNotMailed({ tellings, mails }: History): Finding[] {
  const known = new Map(tellings.map((telling) => [`${telling.to} ${telling.key}`, telling]));
  return mails.flatMap(({ to, keys }) =>
    keys.flatMap((key): Finding[] => {
      const telling = known.get(`${to} ${key}`);
      if (telling && telling.due !== false) return [];
      const why = telling ? `was ${telling.because} before` : 'is nothing to them';
      return [
        {
          invariant: 'hidden-is-not-mailed',
          says: `${to} was mailed of ${key}, which ${why}`,
          about: { key, proc: to },
        },
      ];
    }),
  );
}

/**
 * A comment is in one mail per reader. The mail may repeat, with the same Message-ID, if a node was
 * killed that may have been sending it.
 */
export function mailedOnce({ mails, kills }: History): Finding[] {
  const ids = new Map<string, Set<string>>();
  for (const { to, keys, messageId } of mails)
    for (const key of keys) {
      const name = `${to} ${key}`;
      ids.set(name, (ids.get(name) ?? new Set()).add(messageId));
    }
  const again = [...ids]
    .filter(([, of]) => of.size > 1)
    .map(([name, of]): Finding => {
      const [to, key] = name.split(' ');
      return {
        invariant: 'mailed-once',
        says: `${to} was mailed of ${key} in ${of.size} mails: ${[...of].join(', ')}`,
        about: { key, proc: to },
      };
    });
  const copies = [...byId(mails)].flatMap(([messageId, of]) =>
    of
      .filter((copy, at) => at > 0 && !wasInFlight(of[at - 1], copy, kills))
      .map(({ to }): Finding => ({
        invariant: 'mailed-once',
        says: `${messageId} came to ${to} again, and no kill explains it`,
        about: { key: messageId, proc: to },
      })),
  );
  return [...again, ...copies];
}

/** The number of repeated mails. */
export function copiesOf(mails: readonly ArrivedMail[]): number {
  return mails.length - byId(mails).size;
}

function wasInFlight(
  { beganAt, t }: ArrivedMail,
  again: ArrivedMail,
  kills: readonly NodeKill[],
): boolean {
  return kills.some((kill) => kill.t >= beganAt && kill.t <= Math.min(t + IN_FLIGHT_MS, again.t));
}

function firstCopies(mails: readonly ArrivedMail[]): ArrivedMail[] {
  return [...byId(mails).values()].map(([first]) => first);
}

/** The copies of each mail, in order of arrival. */
function byId(mails: readonly ArrivedMail[]): Map<string, ArrivedMail[]> {
  const found = new Map<string, ArrivedMail[]>();
  for (const mail of mails.toSorted((a, b) => a.t - b.t))
    found.set(mail.messageId, [...(found.get(mail.messageId) ?? []), mail]);
  return found;
}
