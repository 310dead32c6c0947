import { PASSWORD_MIN } from '@ceex/contracts';

let known: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether `password` is one of the some 49 000 that people choose most (the list of `@zxcvbn-ts/language-common`), in
 * whatever capitals, perhaps with digits or marks at its end. The list is read when the first password is judged
 * (some 20 ms), so that it costs no start; those too short to be allowed at all are left out.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  known ??= read();
  const list = await known;
  const plain = password.normalize('NFKC').trim().toLowerCase();
  const bare = plain.replace(/[\p{N}\p{P}\p{S}\s]+$/u, '');
  return list.has(plain) || isRepetition(plain) || (bare.length >= PASSWORD_MIN && list.has(bare));
}

/** One character, or a few, over and over: `aaaaaaaaaa`, `abcabcabcabc`. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1+$/u.test(text);
}

async function read(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].filter((word) => word.length >= PASSWORD_MIN));
}
