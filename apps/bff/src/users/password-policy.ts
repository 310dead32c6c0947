import { PASSWORD_MIN, type PasswordFault } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { isCommonPassword } from './common-passwords';

/** A part of an address shorter than this says nothing: many good passwords contain "li". */
const TELLING = 4;

/**
 * What a new password must be (OWASP ASVS 5, 6.2): long enough, not one that everybody tries, and not made of the
 * account's own address or the product's name. There are no rules of composition.
 */
@Injectable()
export class PasswordPolicy {
  constructor(@Inject(BFF_CONFIG) private readonly config: Pick<BffConfig, 'PRODUCT_NAME'>) {}

  /** Throws `password-refused`, whose field error at `path` has the fault as its message, unless the password will do. */
  async refuse(password: string, account: { readonly email: string }, path = 'body.password'): Promise<void> {
    const fault = await this.faultOf(password, account);
    if (fault !== undefined) throw new Failure('password-refused', { errors: [{ path, message: fault }] });
  }

  /** What is wrong with a password; undefined where nothing is. */
  async faultOf(password: string, { email }: { readonly email: string }): Promise<PasswordFault | undefined> {
    if ([...password].length < PASSWORD_MIN) return 'too-short';
    if (await isCommonPassword(password)) return 'too-common';
    const plain = plainOf(password);
    // What remains without the obvious words must still be a password.
    const obvious = [...tellingParts(email), this.config.PRODUCT_NAME].map(plainOf).filter((word) => word.length > 0);
    const rest = obvious.reduce((text, word) => text.replaceAll(word, ''), plain);
    return rest === plain || [...rest].length >= PASSWORD_MIN ? undefined : 'like-email';
  }
}

/** The whole address, what stands before the `@`, and its longer parts. */
function tellingParts(email: string): string[] {
  const [local = '', domain = ''] = email.split('@');
  const parts = [...local.split(/[^\p{L}\p{N}]+/u), ...domain.split('.').slice(0, -1)];
  return [email, local, ...parts].filter((part) => part.length >= TELLING).sort((a, b) => b.length - a.length);
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
