import { randomBytes, randomUUID } from 'node:crypto';
import { SecretSeal } from './secret-seal';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const userId = randomUUID();
const secret = Uint8Array.from(randomBytes(20));
const seal = new SecretSeal({ SECOND_FACTOR_KEY: OLD, SECOND_FACTOR_KEY_PREVIOUS: undefined });

describe('the seal of secrets', () => {
  it('opens what it sealed, and seals nothing twice alike', () => {
    const [one, two] = [seal.seal(secret, userId), seal.seal(secret, userId)];
    expect(Buffer.from(seal.open(one, userId))).toEqual(Buffer.from(secret));
    expect(one.sealedSecret).not.toEqual(two.sealedSecret);
  });

  it('opens nothing in the row of another user, and nothing that was changed', () => {
    const sealed = seal.seal(secret, userId);
    expect(() => seal.open(sealed, randomUUID())).toThrow();
    for (const at of [0, 12, sealed.sealedSecret.length - 1]) {
      const sealedSecret = Buffer.from(sealed.sealedSecret);
      sealedSecret.writeUInt8(sealedSecret.readUInt8(at) ^ 1, at);
      expect(() => seal.open({ ...sealed, sealedSecret }, userId)).toThrow();
    }
  });

  it('opens with the key before, and says that it is to go; without it, names the key', () => {
    const sealed = seal.seal(secret, userId);
    const both = new SecretSeal({ SECOND_FACTOR_KEY: NEW, SECOND_FACTOR_KEY_PREVIOUS: OLD });
    expect(Buffer.from(both.open(sealed, userId))).toEqual(Buffer.from(secret));
    expect([both.isOutdated(sealed), both.isOutdated(both.seal(secret, userId)), seal.isOutdated(sealed)]).toEqual([
      true,
      false,
      false,
    ]);
    const without = new SecretSeal({ SECOND_FACTOR_KEY: NEW, SECOND_FACTOR_KEY_PREVIOUS: undefined });
    expect(() => without.open(sealed, userId)).toThrow(sealed.keyId);
  });
});
