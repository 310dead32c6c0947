import type { FieldError, FoundCommunity } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { treeFault } from '../grid/grid-tree';

/** Refuses what the schema cannot see: a grid that is no tree, households without a node, values used twice. */
export function checkFoundingBody(body: FoundCommunity): void {
  const fault = treeFault(body.grid);
  if (fault !== null) {
    const index = body.grid.findIndex(({ code }) => code === fault.node);
    const errors = index < 0 ? undefined : [{ path: `grid.${index}.${fault.field}`, message: fault.message }];
    throw new Failure('not-a-tree', { detail: fault.message, errors });
  }
  const errors = [...householdFaults(body), ...meteringPointFaults(body), ...tariffFaults(body)];
  if (errors.length > 0) throw new Failure('unprocessable', { detail: errors[0]?.message, errors });
}

function* householdFaults({ grid, households }: FoundCommunity): Generator<FieldError> {
  const kinds = new Map(grid.map(({ code, kind }) => [code, kind]));
  const missing = new Set(grid.filter(({ kind }) => kind === 'household').map(({ code }) => code));
  const seen = new Set<string>();
  for (const [index, { node }] of households.entries()) {
    const path = `households.${index}.node`;
    if (seen.has(node)) yield { path, message: `node "${node}" has two households` };
    else if (!kinds.has(node)) yield { path, message: `node "${node}" is not in the grid` };
    else if (kinds.get(node) !== 'household') {
      yield { path, message: `node "${node}" is a ${kinds.get(node)}, not a household` };
    }
    seen.add(node);
    missing.delete(node);
  }
  for (const node of missing) yield { path: 'households', message: `node "${node}" has no household` };
}

function* meteringPointFaults({ households }: FoundCommunity): Generator<FieldError> {
  const seen = new Set<string>();
  for (const [index, { meteringPoint }] of households.entries()) {
    if (meteringPoint === null) continue;
    if (seen.has(meteringPoint)) {
      yield { path: `households.${index}.meteringPoint`, message: `metering point ${meteringPoint} appears twice` };
    }
    seen.add(meteringPoint);
  }
}

function* tariffFaults({ tariffs }: FoundCommunity): Generator<FieldError> {
  const seen = new Set<string>();
  for (const [index, { validFrom }] of tariffs.entries()) {
    if (seen.has(validFrom)) {
      yield { path: `tariffs.${index}.validFrom`, message: `two tariffs hold from ${validFrom}` };
    }
    seen.add(validFrom);
  }
}
