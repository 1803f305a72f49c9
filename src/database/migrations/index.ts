import { Baseline1796100000000 } from './1796100000000-baseline.js';
import { LimitCounts1796220000000 } from './1796220000000-limit-counts.js';
import { HostPages1796230000000 } from './1796230000000-host-pages.js';
import { SessionsDevice1796240000000 } from './1796240000000-sessions-device.js';
import { PostEndings1796250000000 } from './1796250000000-post-endings.js';
import { SessionsNewest1796280000000 } from './1796280000000-sessions-newest.js';
import { SignedKeysOfPages1796290000000 } from './1796290000000-signed-keys-of-pages.js';
import { EmailDomains1796300000000 } from './1796300000000-email-domains.js';
import { PageSpellings1796400000000 } from './1796400000000-page-spellings.js';
import { SeenMoves1796410000000 } from './1796410000000-seen-moves.js';
import { NoticesStatement1796410000001 } from './1796410000001-notices-statement.js';
import { OpenQueueItems1796410000002 } from './1796410000002-open-queue-items.js';
import { DecisionsOfAccount1796420000000 } from './1796420000000-decisions-of-account.js';
import { JobWorkers1796430000000 } from './1796430000000-job-workers.js';
import { MailAndProofs1796440000000 } from './1796440000000-mail-and-proofs.js';
import { Identities1796450000000 } from './1796450000000-identities.js';
import { ReadOnly1796480000000 } from './1796480000000-read-only.js';
import { Notifications1796490000000 } from './1796490000000-notifications.js';
import { LinkedIdentities1796500000000 } from './1796500000000-linked-identities.js';
import { MembersWithoutAddresses1796500000001 } from './1796500000001-members-without-addresses.js';
import { SecondFactors1796530000000 } from './1796530000000-second-factors.js';
import { StaffSecondFactor1796530000001 } from './1796530000001-staff-second-factor.js';
import { Guests1796540000000 } from './1796540000000-guests.js';
import { Followers1796550000000 } from './1796550000000-followers.js';
import { Passkeys1796560000000 } from './1796560000000-passkeys.js';
import { Terms1796580000000 } from './1796580000000-terms.js';
import { ImportedAddresses1796590000000 } from './1796590000000-imported-addresses.js';
import { NotificationMails1796600000000 } from './1796600000000-notification-mails.js';
import { MailedAccounts1796610000000 } from './1796610000000-mailed-accounts.js';
import { MovingAuthorships1796620000000 } from './1796620000000-moving-authorships.js';
import { PasskeysByPassword1796640000000 } from './1796640000000-passkeys-by-password.js';
import { CaseMails1796700000000 } from './1796700000000-case-mails.js';
import { WaysAdded1796710000000 } from './1796710000000-ways-added.js';
import { IdleGuests1796720000000 } from './1796720000000-idle-guests.js';
import { Erasures1796740000000 } from './1796740000000-erasures.js';
import { Evidence1796750000000 } from './1796750000000-evidence.js';
import { AgedRows1796770000000 } from './1796770000000-aged-rows.js';

/** In order. A released migration never changes. */
export const migrations = [
  Baseline1796100000000,
  LimitCounts1796220000000,
  HostPages1796230000000,
  SessionsDevice1796240000000,
  PostEndings1796250000000,
  SessionsNewest1796280000000,
  SignedKeysOfPages1796290000000,
  EmailDomains1796300000000,
  PageSpellings1796400000000,
  SeenMoves1796410000000,
  NoticesStatement1796410000001,
  OpenQueueItems1796410000002,
  DecisionsOfAccount1796420000000,
  JobWorkers1796430000000,
  MailAndProofs1796440000000,
  Identities1796450000000,
  ReadOnly1796480000000,
  Notifications1796490000000,
  LinkedIdentities1796500000000,
  MembersWithoutAddresses1796500000001,
  SecondFactors1796530000000,
  StaffSecondFactor1796530000001,
  Guests1796540000000,
  Followers1796550000000,
  Passkeys1796560000000,
  Terms1796580000000,
  ImportedAddresses1796590000000,
  NotificationMails1796600000000,
  MailedAccounts1796610000000,
  MovingAuthorships1796620000000,
  PasskeysByPassword1796640000000,
  CaseMails1796700000000,
  WaysAdded1796710000000,
  IdleGuests1796720000000,
  Erasures1796740000000,
  Evidence1796750000000,
  AgedRows1796770000000,
];
