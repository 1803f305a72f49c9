import type { ObjectKind } from './probes.js';
import { COMMENT_STATES } from './states/comment-states.js';
import { JOB_STATES } from './states/job-states.js';
import { NOTICE_STATES } from './states/notice-states.js';
import { PAGE_STATES, POST_STATES } from './states/post-states.js';
import { QUEUE_STATES } from './states/queue-states.js';
import {
  ACCOUNT_STATES,
  LISTED_SESSION_STATES,
  LINK_STATES,
  PASSKEY_STATES,
  SESSION_STATES,
} from './states/sign-in-states.js';
import { NOBODY, type Stage, type States, type Target } from './states/stage.js';
import { USER_STATES } from './states/user-states.js';
import type { ViewerKind } from './viewers.js';

const NOTHING: Target = { names: {}, version: 1 };

/** The states in which each kind of object is tested. A new kind of object is a line here. */
const STATES: Readonly<Record<ObjectKind, States>> = {
  comment: COMMENT_STATES,
  post: POST_STATES,
  page: PAGE_STATES,
  user: USER_STATES,
  'queue item': QUEUE_STATES,
  notice: NOTICE_STATES,
  'failed job': JOB_STATES,
  account: ACCOUNT_STATES,
  session: SESSION_STATES,
  'listed session': LISTED_SESSION_STATES,
  passkey: PASSKEY_STATES,
  link: LINK_STATES,
  none: { none: async () => NOTHING },
  unknown: { absent: async () => ({ names: { id: NOBODY }, version: 1 }) },
};

/** Objects of which each asker has their own. */
export const OWN = "the asker's own";

export function statesOf(kind: ObjectKind): string[] {
  return Object.keys(STATES[kind]);
}

/** Creates a fresh object in a given state. */
export class Objects {
  constructor(readonly stage: Stage) {}

  make(kind: ObjectKind, state: string, viewer: ViewerKind): Promise<Target> {
    return STATES[kind][state](this.stage, viewer);
  }
}
