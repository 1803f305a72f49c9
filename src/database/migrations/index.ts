import { Baseline1796100000000 } from './1796100000000-baseline.js';
import { LimitCounts1796220000000 } from './1796220000000-limit-counts.js';
import { HostPages1796230000000 } from './1796230000000-host-pages.js';
import { SessionsDevice1796240000000 } from './1796240000000-sessions-device.js';
import { PostEndings1796250000000 } from './1796250000000-post-endings.js';
import { SessionsNewest1796280000000 } from './1796280000000-sessions-newest.js';
import { SignedKeysOfPages1796290000000 } from './1796290000000-signed-keys-of-pages.js';
import { EmailDomains1796300000000 } from './1796300000000-email-domains.js';

/** In order; none is changed once landed. */
export const migrations = [
  Baseline1796100000000,
  LimitCounts1796220000000,
  HostPages1796230000000,
  SessionsDevice1796240000000,
  PostEndings1796250000000,
  SessionsNewest1796280000000,
  SignedKeysOfPages1796290000000,
  EmailDomains1796300000000,
];
