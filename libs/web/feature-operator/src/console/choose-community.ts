/**
 * The community that an operator looks at: the one that the address asks for, else the one of their own household, else
 * their first. Undefined for nobody's operator.
 */
export function chooseCommunity(
  operates: readonly number[],
  asked: string | null,
  own: number | undefined,
): number | undefined {
  return (
    operates.find((communityId) => String(communityId) === asked) ??
    operates.find((communityId) => communityId === own) ??
    operates[0]
  );
}
