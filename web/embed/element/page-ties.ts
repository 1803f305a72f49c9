import { keepPresses } from '../../parts/kept-presses.js';
import { keepTypedKeys } from '../../parts/typed-keys.js';
import { subjectOf } from '../data/thread-post.js';
import { type Asked, askedComment } from '../discussion/comment-address.js';
import { floating } from '../styles/floating.js';
import type { ElementContext } from './element-context.js';

/** An element with a discussion, as far as its page has to do with it. */
interface Tied extends HTMLElement {
  readonly context: ElementContext | null;
  begin(asked?: Asked): void;
}

/**
 * Ties an element to the page around it, once its comments are shown: its links, its address, its keys.
 * @param hash the part of the address behind `#` with which the element began: a link may have been followed since
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

/** Goes where the part of the address behind `#` leads, each time that it is visited. */
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
  // A link to where the page is already changes no address, and is a visit all the same.
  document.addEventListener(
    'click',
    (event) => {
      if (!event.defaultPrevented && event.composedPath().some(isHere)) visit();
    },
    { signal },
  );
}

/**
 * Begins another discussion when a script has made another page of this one, by its address or by its
 * canonical link, which scripts often change a moment later. A name of its own stays with the element.
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
