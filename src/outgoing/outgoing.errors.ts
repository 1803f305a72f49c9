/** Why a request to elsewhere was not made, or its answer not read. */
export type OutgoingFault = 'scheme' | 'address' | 'place' | 'redirects' | 'size' | 'coding';

const WORDS: Readonly<Record<OutgoingFault, string>> = {
  scheme: 'Only http and https addresses without a user name are asked for.',
  address: 'The host has no address that may be reached.',
  place: 'The address is of no origin of the site.',
  redirects: 'The address leads to others too often.',
  size: 'The answer is larger than it may be.',
  coding: 'The answer is in a coding that is not read.',
};

/** For the code that asked: no caller of the service sees it. */
export class OutgoingRefused extends Error {
  constructor(readonly fault: OutgoingFault) {
    super(WORDS[fault]);
  }
}
