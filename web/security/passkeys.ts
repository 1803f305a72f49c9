import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { Refused } from '../account/service-requests.js';
import { call, type SignedIn } from './service-calls.js';

/** Has the browser make a passkey, and adds it to the account. */
export async function addPasskey(name: string): Promise<void> {
  const { options: optionsJSON } = await call<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    'auth/passkeys/registration',
  );
  const { id, response } = await startRegistration({ optionsJSON }).catch(dismissed);
  const { clientDataJSON, attestationObject } = response;
  await call('POST', 'auth/passkeys', { name, id, clientDataJSON, attestationObject });
}

/** Has the browser ask for a passkey of this site, whosever it is. */
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

/** A browser says of a passkey no more than that there is none, or that somebody closed its dialogue. */
function dismissed(): never {
  throw new Refused('dismissed');
}
