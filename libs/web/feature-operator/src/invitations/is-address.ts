/** Whether a text can be an e-mail address: something, an @, a domain with a dot. The rest is for the server to say. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
}
