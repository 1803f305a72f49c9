/** Why an outgoing request was not sent, or its response not read. */
export type OutgoingFault = 'scheme' | 'address' | 'place' | 'redirects' | 'size' | 'coding';

const WORDS: Readonly<Record<OutgoingFault, string>> = {
  scheme: 'Only http and https URLs without a user name are requested.',
  address: 'The host has no permitted IP address.',
  place: 'The URL belongs to no origin of the site.',
  redirects: 'The URL redirects too often.',
  size: 'The response is too large.',
  coding: 'The content coding of the response is not supported.',
};

/** An outgoing request failed. Its caller handles it; it never reaches a client of the service. */
export class OutgoingRefused extends Error {
  constructor(readonly fault: OutgoingFault) {
    super(WORDS[fault]);
  }
}
