import { readFile } from 'node:fs/promises';
import {
  foundCommunityBody,
  tariff as tariffSchema,
  type FoundCommunity,
  type Strategy,
  type Tariff,
} from '@ceex/contracts';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { withDatabase } from '../database/with-database';
import { foundCommunity } from '../founding/found-community';
import { CommandError } from './command-error';
import { readGrid } from './grid-file';
import { memberHousehold, memberNode, readMembers } from './members-file';

export interface FoundOptions {
  gridNodes: string;
  gridEdges: string;
  members: string;
  name: string;
  tariff?: string;
  timeZone: string;
  currency: string;
  gridOperator: string;
  strategy: Strategy['kind'];
  pricing: 'nodal' | 'midpoint';
  discountLevel: 'same-level' | 'across-transformer';
  deadlineMinutes: string;
  serviceLineM: string;
  ratingCapacity: boolean;
}

/** A typical Swiss tariff of 2026, for whoever has not chosen one. */
const TYPICAL_TARIFF: Tariff = {
  validFrom: '2000-01-01',
  retailMicroPerKwh: 130_000,
  gridUsageMicroPerKwh: 81_000,
  leviesMicroPerKwh: 30_300,
  feedInMicroPerKwh: 60_000,
  discountSameLevel: 4_000,
  discountAcrossTransformer: 2_000,
  vat: 810,
};

/** `ceex found`: a community from a grid and a list of members. */
export function foundCommand(): Command {
  return new Command('found')
    .description('Found a community from a radial grid and its members, as CSV files.')
    .requiredOption('--grid-nodes <csv>', 'columns node_id, kind (mv_bus, lv_busbar, lv_bus), parent, x, y')
    .requiredOption('--grid-edges <csv>', 'columns from, to, length_m, rating, rating_unit (A, kVA)')
    .requiredOption('--members <csv>', 'columns household, node_id, pv_kwp, pv_orientation, battery_kwh, battery_kw')
    .requiredOption('--name <name>', 'name of the community')
    .option('--tariff <json>', 'a tariff or a list of them, as in the API; else a typical Swiss one of 2026')
    .option('--time-zone <zone>', 'IANA time zone', 'Europe/Zurich')
    .option('--currency <code>', 'ISO code', 'CHF')
    .option('--grid-operator <name>', 'label of the utility', 'Utility')
    .addOption(
      new Option('--strategy <kind>', 'of all members')
        .choices(['never-lose', 'market-benefit', 'flexibility'])
        .default('never-lose'),
    )
    .addOption(new Option('--pricing <rule>').choices(['nodal', 'midpoint']).default('nodal'))
    .addOption(
      new Option('--discount-level <level>').choices(['same-level', 'across-transformer']).default('same-level'),
    )
    .option('--deadline-minutes <minutes>', 'how long missing readings are waited for', '1440')
    .option('--service-line-m <metres>', 'line between a bus and a house', '15')
    .option('--rating-capacity', 'edges carry no more than their rating; else no capacity binds', false)
    .action(async (options: FoundOptions) => {
      const body = await foundingBody(options);
      const { communityId, nodes } = await withDatabase((database) => foundCommunity(database, body));
      process.stdout.write(
        `${JSON.stringify({ communityId, nodes: nodes.length, households: body.households.length })}\n`,
      );
    });
}

/** What the files and options found, checked by the contract. */
export async function foundingBody(options: FoundOptions): Promise<FoundCommunity> {
  const asCapacity = options.ratingCapacity;
  const grid = await readGrid(options.gridNodes, options.gridEdges, { asCapacity });
  const members = await readMembers(options.members);
  const memberOptions = { asCapacity, strategy: options.strategy, serviceLineM: Number(options.serviceLineM) };
  const parsed = foundCommunityBody.safeParse({
    name: options.name,
    timeZone: options.timeZone,
    currency: options.currency,
    gridOperator: options.gridOperator,
    rules: {
      pricing: options.pricing,
      k: 0.5,
      discountLevel: options.discountLevel,
      volumes: 'market',
      deadlineMinutes: Number(options.deadlineMinutes),
    },
    grid: [...grid, ...members.map((member) => memberNode(member, memberOptions))],
    households: members.map((member) => memberHousehold(member, memberOptions)),
    tariffs: options.tariff === undefined ? [TYPICAL_TARIFF] : await readTariffs(options.tariff),
    simulation: null,
  });
  if (!parsed.success) throw new CommandError(z.prettifyError(parsed.error));
  return parsed.data;
}

async function readTariffs(path: string): Promise<Tariff[]> {
  const content: unknown = JSON.parse(await readFile(path, 'utf8'));
  const parsed = z
    .array(tariffSchema)
    .min(1)
    .safeParse(Array.isArray(content) ? content : [content]);
  if (!parsed.success) throw new CommandError(`${path}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
