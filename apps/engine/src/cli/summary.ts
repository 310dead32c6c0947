import type { CommunitySummary } from '@ceex/contracts';
import { Command } from 'commander';
import { CommunitiesRepository } from '../communities/communities.repository';
import { FindCommunity } from '../communities/find-community';
import { withDatabase } from '../database/with-database';
import { LedgerRepository } from '../ledger/ledger.repository';
import { ReadCommunitySummary } from '../ledger/read-community-summary';
import { MetricsRepository } from '../metrics/metrics.repository';
import { communityOption } from './community-option';

interface SummaryOptions {
  community: number;
  from: string;
  to: string;
  json: boolean;
}

/** `ceex summary`: energy, trade and the ledger of a period. */
export function summaryCommand(): Command {
  return new Command('summary')
    .description('Energy, trade and the ledger of a community over a period.')
    .addOption(communityOption())
    .requiredOption('--from <day or instant>', 'the first local day, or an instant')
    .requiredOption('--to <day or instant>', 'the last local day (included), or an instant (not included)')
    .option('--json', 'as JSON instead of tables', false)
    .action(async ({ community, from, to, json }: SummaryOptions) => {
      const summary = await withDatabase((database) =>
        new ReadCommunitySummary(
          new FindCommunity(new CommunitiesRepository(database)),
          new LedgerRepository(database),
          new MetricsRepository(database),
        ).run(community, { startDate: from, endDate: to }),
      );
      process.stdout.write(json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
    });
}

/** The summary as tables of plain text: energy in MWh, money in whole units of the currency and its thousandths. */
export function summaryText(summary: CommunitySummary): string {
  const { totals } = summary;
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const residualDemandWh = totals.boughtLocalWh + totals.boughtUtilityWh;
  const rows: readonly (readonly [string, string])[] = [
    ['used', megawattHours(totals.usedWh)],
    ['produced', megawattHours(totals.producedWh)],
    ['own use in the house', megawattHours(totals.selfConsumedWh)],
    ['surplus', megawattHours(totals.soldLocalWh + totals.soldUtilityWh)],
    [
      'traded in the community',
      `${megawattHours(summary.tradedWh)}  ${share(summary.tradedWh, residualDemandWh)} of demand`,
    ],
    ['bought from the utility', megawattHours(totals.boughtUtilityWh)],
    ['sold to the utility', megawattHours(totals.soldUtilityWh)],
    ['intervals', `${totals.intervals}, with trade ${share(summary.intervalsWithTrade, totals.intervals)}`],
    ['households: paid − received', money(totals.costNano - totals.revenueNano)],
    ['with the utility alone', money(totals.utilityAloneCostNano - totals.utilityAloneRevenueNano)],
  ];
  const accounts = summary.accounts.map(({ kind, accounts: count, energyWh, amountNano }) => {
    return `${`${kind} (${count})`.padEnd(28)}${megawattHours(energyWh).padStart(16)}${money(amountNano).padStart(16)}`;
  });
  const { energyWh, amountNano } = summary.ledgerSum;
  return [
    `community ${summary.communityId}, ${summary.start} to ${summary.end}`,
    ...rows.map(([name, value]) => `${name.padEnd(28)}${value}`),
    '',
    `${'ledger: accounts'.padEnd(28)}${'energy given'.padStart(16)}${'money received'.padStart(16)}`,
    ...accounts,
    `ledger sum: ${energyWh} Wh, ${amountNano} nCHF`,
    '',
  ].join('\n');
}

function megawattHours(energyWh: number): string {
  return `${(energyWh / 1e6).toFixed(3)} MWh`;
}

function money(amountNano: number): string {
  return (amountNano / 1e9).toFixed(3);
}
