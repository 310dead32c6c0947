/** The address that was typed on the page before, handed over beside the web address: there, others would see it. */
export function emailHandedOver(state: unknown): string {
  const { email } = (state ?? {}) as { readonly email?: unknown };
  return typeof email === 'string' ? email : '';
}
