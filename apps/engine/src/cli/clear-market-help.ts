/** What `ceex clear --help` says after the options; its example is run by a spec. */
export const CLEAR_MARKET_HELP = `
Reads one case, or a JSON array of cases, and writes the clearing, or the array of clearings:

  {
    "grid": { "nodes": [
      { "id": "T", "parent": null },
      { "id": "A", "parent": "T", "feeUp": 10000, "feeDown": 10000,
        "capacityUp": null, "capacityDown": null, "lengthM": 40 },
      { "id": "B", "parent": "T", "feeUp": 10000, "feeDown": 10000,
        "capacityUp": null, "capacityDown": 500, "lengthM": 25.5 } ] },
    "orders": [
      { "id": 1, "node": "A", "side": "ask", "quantityWh": 800, "limitMicroPerKwh": 60000 },
      { "id": 2, "node": "B", "side": "bid", "quantityWh": 600, "limitMicroPerKwh": 150000 } ],
    "rules": { "pricing": "nodal", "k": 0.5, "ruler": [60000, 160000] },
    "interval": 0
  }

Energy is whole Wh; prices and fees are whole µCHF/kWh; capacities are Wh per interval, null without
limit. The root (parent null) has no edge and needs no more fields. "pricing" is "nodal" or "midpoint".
"interval" (0 when left out) turns who is first among equals. Ids are texts or whole numbers; 1 and
"1" are the same id. Money comes out in nCHF (Wh × µCHF/kWh).

Exit codes: 0 cleared and verified; 1 a clearing failed its verification (a bug); 2 bad input: each
field is named on standard error, and nothing is written.

All of it, with an example explained: docs/clear-command.md
`;
