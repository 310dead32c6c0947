/** Input of a command that cannot be used; the message names the file and the place. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
