import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import type { AnswerDto, NewAnswerDto } from './passkeys.dto.js';
import { type Ceremony, PasskeyChallenges } from './passkey-challenges.js';
import { NoPasskeys, PasskeyRefused } from './passkeys.errors.js';
import type { Passkey } from './passkeys.repository.js';

type Library = typeof import('@simplewebauthn/server');
type Options = Record<string, unknown>;

/** A passkey that an authenticator has created. */
interface MadePasskey {
  challenge: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  backedUp: boolean;
}

/** The verified response of a passkey. */
interface Answered {
  challenge: string;
  counter: number;
  backedUp: boolean;
}

/** The account of a passkey, as an authenticator lists it. */
interface Holder {
  id: string;
  username: string;
  displayName: string;
}

/**
 * The options and the responses of browsers (WebAuthn). Passkeys belong to the host name in
 * `PUBLIC_URL`, work only on its pages, and always verify the user by a finger, a face or a PIN.
 */
@Injectable()
export class PasskeyVerifier {
  private readonly origin: string;
  private readonly site: string;

  constructor(
    private readonly config: AppConfig,
    private readonly challenges: PasskeyChallenges,
  ) {
    const { origin, hostname } = new URL(config.publicUrl);
    this.origin = origin;
    this.site = hostname;
  }

  /** @throws NoPasskeys */
  async askForNew(holder: Holder, known: readonly Passkey[]): Promise<Options> {
    const { generateRegistrationOptions } = await this.load();
    return {
      ...(await generateRegistrationOptions({
        rpName: this.site,
        rpID: this.site,
        userID: handleOf(holder.id),
        userName: holder.username,
        userDisplayName: holder.displayName,
        challenge: this.challenges.make('add', holder.id),
        timeout: 5 * 60_000,
        attestationType: 'none',
        excludeCredentials: known.map(({ credentialId }) => ({
          id: credentialId.toString('base64url'),
        })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })),
    };
  }

  /** @throws NoPasskeys */
  async askForAny(): Promise<Options> {
    const { generateAuthenticationOptions } = await this.load();
    const challenge = this.challenges.make('sign-in', null);
    return {
      ...(await generateAuthenticationOptions({
        rpID: this.site,
        challenge,
        timeout: 5 * 60_000,
        userVerification: 'required',
      })),
    };
  }

  /** @throws PasskeyRefused */
  async readNew(answer: NewAnswerDto, userId: string): Promise<MadePasskey> {
    const { verifyRegistrationResponse } = await this.load();
    const { id, clientDataJSON, attestationObject } = answer;
    return this.checked(clientDataJSON, 'add', userId, async (expectedChallenge) => {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: credential(id, { clientDataJSON, attestationObject }),
        expectedChallenge,
        expectedOrigin: this.origin,
        expectedRPID: this.site,
      });
      const { credential: made, credentialBackedUp: backedUp } = registrationInfo!;
      return {
        credentialId: Buffer.from(made.id, 'base64url'),
        publicKey: Buffer.from(made.publicKey),
        counter: made.counter,
        backedUp,
      };
    });
  }

  /** @throws PasskeyRefused */
  async read(answer: AnswerDto, passkey: Passkey): Promise<Answered> {
    const { verifyAuthenticationResponse } = await this.load();
    const { id, clientDataJSON, authenticatorData, signature, userHandle } = answer;
    if (userHandle !== Buffer.from(handleOf(passkey.userId)).toString('base64url')) {
      throw new PasskeyRefused();
    }
    return this.checked(clientDataJSON, 'sign-in', null, async (expectedChallenge) => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: credential(id, { clientDataJSON, authenticatorData, signature }),
        expectedChallenge,
        expectedOrigin: this.origin,
        expectedRPID: this.site,
        credential: {
          id: passkey.credentialId.toString('base64url'),
          publicKey: Uint8Array.from(passkey.publicKey),
          counter: passkey.counter,
        },
      });
      if (!verified) throw new PasskeyRefused();
      const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo;
      return { counter, backedUp };
    });
  }

  /** Any exception of the library means that the response is not valid. */
  private async checked<Found>(
    clientDataJSON: string,
    ceremony: Ceremony,
    userId: string | null,
    check: (expectedChallenge: (given: string) => boolean) => Promise<Found>,
  ): Promise<Found & { challenge: string }> {
    let challenge = '';
    try {
      const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers');
      // A page of the service is never in a frame of another site.
      if (decodeClientDataJSON(clientDataJSON).crossOrigin) throw new PasskeyRefused();
      const found = await check((given) => {
        challenge = given;
        return this.challenges.proves(given, ceremony, userId);
      });
      return { ...found, challenge };
    } catch {
      throw new PasskeyRefused();
    }
  }

  /** Loaded lazily, because it is not needed at the start. */
  private async load(): Promise<Library> {
    if (!this.config.hasPasskeys) throw new NoPasskeys();
    return import('@simplewebauthn/server');
  }
}

/** The user handle of an account for authenticators. It contains no text of a user. */
function handleOf(userId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(userId.replaceAll('-', ''), 'hex'));
}

function credential<Response>(id: string, response: Response) {
  return { id, rawId: id, type: 'public-key' as const, response, clientExtensionResults: {} };
}
