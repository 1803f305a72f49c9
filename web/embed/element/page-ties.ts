import { keepPresses } from '../../parts/kept-presses.js';
import { keepTypedKeys } from '../../parts/typed-keys.js';
import { subjectOf } from '../data/thread-post.js';
import { type Asked, askedComment } from '../discussion/comment-address.js';
import { floating } from '../styles/floating.js';
import type { ElementContext } from './element-context.js';

/** What the page integration needs of an element with a discussion. */
interface Tied extends HTMLElement {
  readonly context: ElementContext | null;
  begin(asked?: Asked): void;
}

/**
 * Connects an element with its page once its comments are shown: links, address and keys.
 * @param hash of the address when the element started: a link may have been followed since
 */
export function tieToPage(element: Tied, signal: AbortSignal, hash: string): void {
  if (signal.aborted) return;
  const { adoptedStyleSheets: sheets } = element.shadowRoot!;
  if (!sheets.includes(floating.styleSheet!)) sheets.push(floating.styleSheet!);
  keepTypedKeys(element.shadowRoot!, signal);
  keepPresses(element.shadowRoot!, signal);
  followLinks(element, signal, hash);
  followPage(element, signal);
}

/** Goes to the target of the address's hash, each time that it is visited. */
function followLinks(element: Tied, signal: AbortSignal, begun: string): void {
  let visited = begun;
  const visit = () => {
    const again = location.hash === visited;
    visited = location.hash;
    const asked = askedComment({ search: '', hash: visited });
    const focus = element.context?.discussion.focus;
    if (asked && focus && again) element.context!.focusPlace(focus);
    else if (asked) element.begin(asked);
  };
  const isHere = (target: EventTarget) =>
    target instanceof HTMLAnchorElement && target.href === location.href;
  addEventListener('hashchange', visit, { signal });
  if (location.hash !== visited) visit();
  // A link to the current address changes no address, but is a visit.
  document.addEventListener(
    'click',
    (event) => {
      if (!event.defaultPrevented && event.composedPath().some(isHere)) visit();
    },
    { signal },
  );
}

/**
 * Starts another discussion when a script has navigated to another page, by its address or by its
 * canonical link, which scripts often change a moment later. An element with a name keeps it.
 */
function followPage(element: Tied, signal: AbortSignal): void {
  const look = () => {
    const former = element.context?.discussion.subject;
    const now = subjectOf(element);
    if (!former || 'post' in former || 'post' in now || now.key !== null) return;
    if (former.url !== now.url) element.begin();
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  addEventListener('popstate', look, { signal });
  look();
  const head = new MutationObserver(look);
  head.observe(document.head, { childList: true, subtree: true, attributes: true });
  signal.addEventListener('abort', () => head.disconnect());
}
