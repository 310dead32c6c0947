import { Failure } from '@ceex/server';
import { ALLOW_LIST, type ForwardingRule } from './allow-list';

export interface Match {
  readonly rule: ForwardingRule;
  /** The path's parameters as texts, not validated yet. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The rule for a method and an engine path (`/node/7/metrics`). No rule for the path: `not-found`; none for the method:
 * `method-not-allowed` with the methods that there are.
 */
export function matchRule(method: string, path: string, rules: readonly ForwardingRule[] = ALLOW_LIST): Match {
  const segments = path.split('/');
  const matches = rules.flatMap((rule) => {
    const params = paramsOf(rule.route.path.split('/'), segments);
    return params ? [{ rule, params }] : [];
  });
  if (matches.length === 0) throw new Failure('not-found');
  const match = matches.find(({ rule }) => rule.route.method === method);
  if (match) return match;
  const allow = matches.map(({ rule }) => rule.route.method).join(', ');
  throw new Failure('method-not-allowed', { headers: { allow } });
}

/** The parameters where `segments` fit `pattern`, segment by segment; letters count as they are written. */
function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = segment;
    else if (expected !== segment) return undefined;
  }
  return params;
}
