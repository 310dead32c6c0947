/** By this an authenticator knows the account: the 16 bytes of its id, which say nothing about a person. */
export function userHandleOf(userId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(userId.replaceAll('-', ''), 'hex'));
}
