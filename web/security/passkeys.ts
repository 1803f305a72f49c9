import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { Refused } from '../account/service-requests.js';
import { call, type SignedIn } from './service-calls.js';

/** Creates a passkey in the browser, and adds it to the account. */
export async function addPasskey(name: string): Promise<void> {
  const { options: optionsJSON } = await call<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    'auth/passkeys/registration',
  );
  const { id, response } = await startRegistration({ optionsJSON }).catch(dismissed);
  const { clientDataJSON, attestationObject } = response;
  await call('POST', 'auth/passkeys', { name, id, clientDataJSON, attestationObject });
}

/** Asks the browser for any passkey of this site. */
export async function signInByPasskey(): Promise<SignedIn> {
  const { options: optionsJSON } = await call<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    'POST',
    'auth/passkeys/challenge',
  );
  const { id, response } = await startAuthentication({ optionsJSON }).catch(dismissed);
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  const answer = { id, clientDataJSON, authenticatorData, signature, userHandle };
  return call('POST', 'auth/passkeys/sign-in', answer);
}

/** Browsers do not distinguish a missing passkey from a dialogue that was closed. */
function dismissed(): never {
  throw new Refused('dismissed');
}
