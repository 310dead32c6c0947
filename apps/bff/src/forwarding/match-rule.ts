import { Failure } from '@ceex/server';
import { ALLOW_LIST, type ForwardingRule } from './allow-list';

export interface Match {
  readonly rule: ForwardingRule;
  /** The path's parameters as texts, not validated yet. */
  readonly params: Readonly<Record<string, string>>;
}

/** Rules by the segments of their paths: a literal one each, or any text where the path has a parameter. */
interface Branch {
  readonly literals: Map<string, Branch>;
  parameter?: Branch;
  readonly rules: ForwardingRule[];
}

const newBranch = (): Branch => ({ literals: new Map(), rules: [] });

/** Made once of the list, so that a request walks its own segments instead of all rules. */
export function ruleTree(rules: readonly ForwardingRule[]): Branch {
  const root = newBranch();
  for (const rule of rules) {
    let branch = root;
    for (const segment of rule.route.path.split('/').slice(1)) {
      if (segment.startsWith(':')) branch = branch.parameter ??= newBranch();
      else branch = childOf(branch, segment);
    }
    branch.rules.push(rule);
  }
  return root;
}

function childOf({ literals }: Branch, segment: string): Branch {
  const child = literals.get(segment) ?? newBranch();
  literals.set(segment, child);
  return child;
}

const TREE = ruleTree(ALLOW_LIST);

/**
 * The rule for a method and an engine path (`/node/7/metrics`). No rule for the path: `not-found`; none for the method:
 * `method-not-allowed` with the methods that there are. A literal segment counts as it is written, and goes before a
 * parameter.
 */
export function matchRule(method: string, path: string, tree: Branch = TREE): Match {
  const segments = path.split('/');
  if (segments[0] !== '') throw new Failure('not-found');
  const matches = rulesOf(tree, segments, 1);
  if (matches.length === 0) throw new Failure('not-found');
  const rule = matches.find(({ route }) => route.method === method);
  if (rule) return { rule, params: paramsOf(rule, segments) };
  const allow = matches.map(({ route }) => route.method).join(', ');
  throw new Failure('method-not-allowed', { headers: { allow } });
}

function rulesOf({ literals, parameter, rules }: Branch, segments: readonly string[], at: number): ForwardingRule[] {
  const segment = segments[at];
  if (segment === undefined) return rules;
  const literal = literals.get(segment);
  const literalRules = literal ? rulesOf(literal, segments, at + 1) : [];
  const otherRules = parameter ? rulesOf(parameter, segments, at + 1) : [];
  return otherRules.length === 0 ? literalRules : [...literalRules, ...otherRules];
}

function paramsOf({ route }: ForwardingRule, segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [index, expected] of route.path.split('/').entries()) {
    if (expected.startsWith(':')) params[expected.slice(1)] = segments[index] ?? '';
  }
  return params;
}
