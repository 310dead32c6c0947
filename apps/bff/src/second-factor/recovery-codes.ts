import { RECOVERY_CODES } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { RecoveryCode } from './recovery-code.entity';

/** Crockford's base 32: no letters that look like digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;

/** Codes that stand in for a lost authenticator app, each once. Only their hashes are kept. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly dataSource: DataSource) {}

  /** New codes in place of all old ones, in the caller's transaction; shown once and never again. */
  async replace(manager: EntityManager, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    await this.forget(manager, userId);
    await manager.insert(
      RecoveryCode,
      codes.map((code) => ({ userId, codeHash: hashOf(code) })),
    );
    return codes;
  }

  /** Uses a code up; false where it is none, or was used before. Of two at the same moment one wins. */
  async use(manager: EntityManager, userId: string, code: string): Promise<boolean> {
    const { affected } = await manager.delete(RecoveryCode, { userId, codeHash: hashOf(code) });
    return affected === 1;
  }

  left(userId: string): Promise<number> {
    return this.dataSource.getRepository(RecoveryCode).countBy({ userId });
  }

  async forget(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(RecoveryCode, { userId });
  }
}

/** 80 random bits, as `xxxx-xxxx-xxxx-xxxx`. */
function newCode(): string {
  // 256 is a multiple of 32, so every letter is equally likely.
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed: capitals, spaces, hyphens, and letters that look like digits. */
function hashOf(code: string): Buffer {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return createHash('sha256').update(plain).digest();
}
