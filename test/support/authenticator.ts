import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A deviation in an otherwise valid answer. */
interface Twist {
  origin?: string;
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  /** The RP ID that the passkey is bound to. */
  site?: string;
  /** Whether the user was verified. */
  verified?: boolean;
  counter?: number;
  userHandle?: string;
}

interface Asked {
  challenge: string;
  user?: { id: string };
  rp?: { id: string };
  rpId?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const BACKED_UP = 0x18;
const HAS_KEY = 0x40;

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();

/** An authenticator by the specification with one passkey (ES256), for tests without a browser. */
export class Authenticator {
  readonly id = randomBytes(32);
  counter = 0;
  private readonly key: KeyObject;
  private readonly publicKey: Buffer;
  private userHandle = '';

  /** @param counts whether it has a signature counter, as keys that cannot be copied do */
  constructor(
    private readonly origin: string,
    private readonly counts = true,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    this.publicKey = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url'),
    ]);
  }

  make(asked: Asked, twist: Twist = {}): Record<string, string> {
    this.userHandle = asked.user!.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const made = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey]);
    const data = this.data(asked.rp!.id, HAS_KEY, twist);
    const authData = Buffer.concat([data, made]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(authData.length);
    // {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x59]),
      size,
      authData,
    ]);
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: this.client('webauthn.create', asked, twist).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    };
  }

  answer(asked: Asked, twist: Twist = {}): Record<string, string> {
    if (this.counts) this.counter += 1;
    const data = this.data(asked.rpId!, 0, twist);
    const client = this.client('webauthn.get', asked, twist);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.key);
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: twist.userHandle ?? this.userHandle,
    };
  }

  private client(type: string, { challenge }: Asked, twist: Twist): Buffer {
    const { origin, crossOrigin = false } = twist;
    return Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: origin ?? this.origin,
        crossOrigin,
      }),
    );
  }

  private data(site: string, flags: number, twist: Twist): Buffer {
    const head = Buffer.alloc(5);
    const verified = twist.verified === false ? 0 : VERIFIED;
    head.writeUInt8(flags | PRESENT | verified | (this.counts ? 0 : BACKED_UP));
    head.writeUInt32BE(twist.counter ?? this.counter, 1);
    return Buffer.concat([sha256(twist.site ?? site), head]);
  }
}
