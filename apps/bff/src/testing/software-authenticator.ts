import type { AuthenticationResponse, CreationOptions, RegistrationResponse, RequestOptions } from '@ceex/contracts';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Cbor = Parameters<typeof isoCBOR.encode>[0];

const UP = 0x01;
const UV = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const ATTESTED = 0x40;

/** How an answer differs from an honest one. */
export interface Odd {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** Without it the authenticator did not check who uses it. */
  readonly userVerified?: boolean;
  readonly counter?: number;
  readonly credentialId?: string;
  readonly userHandle?: string;
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** An authenticator with one passkey, made of software: ES256, attestation `none`, a counter, not backed up. */
export class SoftwareAuthenticator {
  readonly credentialId = text(randomBytes(32));
  counter = 0;
  backedUp: boolean | undefined;
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject };
  private userHandle = '';

  constructor(private readonly origin = 'http://localhost:3000') {
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  create(options: CreationOptions, odd: Odd = {}): RegistrationResponse {
    this.userHandle = options.user.id;
    const rpId = odd.rpId ?? options.rp.id;
    const attested = Buffer.concat([Buffer.alloc(16), lengthOf(this.credentialId), this.coseKey()]);
    const authData = Buffer.concat([this.head(rpId, { ...odd, counter: odd.counter ?? 0 }, ATTESTED), attested]);
    const attestationObject = isoCBOR.encode(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, Cbor>()],
        ['authData', Uint8Array.from(authData)],
      ]),
    );
    return {
      ...this.envelope(odd),
      response: {
        clientDataJSON: text(this.clientData('webauthn.create', options.challenge, odd)),
        attestationObject: text(attestationObject),
        transports: ['internal', 'a-new-one'],
      },
    };
  }

  get(options: RequestOptions, odd: Odd = {}): AuthenticationResponse {
    this.counter += 1;
    const authenticatorData = this.head(odd.rpId ?? options.rpId, { ...odd, counter: odd.counter ?? this.counter });
    const clientData = this.clientData('webauthn.get', options.challenge, odd);
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    return {
      ...this.envelope(odd),
      response: {
        clientDataJSON: text(clientData),
        authenticatorData: text(authenticatorData),
        signature: text(sign('sha256', signed, this.keys.privateKey)),
        userHandle: odd.userHandle ?? this.userHandle,
      },
    };
  }

  private envelope({ credentialId = this.credentialId }: Odd) {
    return { id: credentialId, rawId: credentialId, type: 'public-key' as const, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string, odd: Odd): Buffer {
    const { origin = this.origin } = odd;
    const said = { type: odd.type ?? type, challenge: odd.challenge ?? challenge, origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(said));
  }

  private head(rpId: string, { userVerified = true, counter = 0 }: Odd, more = 0): Buffer {
    const backup = this.backedUp === undefined ? 0 : BACKUP_ELIGIBLE | (this.backedUp ? BACKED_UP : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(UP | (userVerified ? UV : 0) | backup | more, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), head]);
  }

  private coseKey(): Uint8Array {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (coordinate: string) => Uint8Array.from(Buffer.from(coordinate, 'base64url'));
    return isoCBOR.encode(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)],
      ]),
    );
  }
}

function lengthOf(credentialId: string): Buffer {
  const bytes = Buffer.from(credentialId, 'base64url');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
