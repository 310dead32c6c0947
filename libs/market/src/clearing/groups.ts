import type { OrderColumns } from './columns';
import { toOffsets } from './order-sort';
import { roomFor } from './room';
import type { Zones } from './zones';

/**
 * Orders of one zone, side and limit: alike to the market, so they are cleared as one and share what they get.
 * Sorted by zone, limit, asks before bids (a bid and an ask of one limit therefore trade).
 */
export class Groups {
  count = 0;
  isBid: Uint8Array = new Uint8Array(0);
  limit: Float64Array = new Float64Array(0);
  quantity: Float64Array = new Float64Array(0);
  zone: Int32Array = new Int32Array(0);
  /** Wh: what the solver gives each group. */
  filled: Float64Array = new Float64Array(0);
  /** Groups of zone z: `[ofZone[z], ofZone[z + 1])`. */
  ofZone: Int32Array = new Int32Array(0);
  /** Orders of group g: `members[first[g] … first[g + 1])`. */
  members: Int32Array = new Int32Array(0);
  first: Int32Array = new Int32Array(0);
  #byZone: Int32Array = new Int32Array(0);
  #offsets: Int32Array = new Int32Array(0);

  /** @param byLimit positions of the orders sorted by limit and side. */
  form(orders: OrderColumns, byLimit: Int32Array, zones: Zones): void {
    const { count } = orders;
    this.members = this.#sortByZone(orders, byLimit, zones);
    this.isBid = roomFor(this.isBid, count);
    this.limit = roomFor(this.limit, count);
    this.quantity = roomFor(this.quantity, count);
    this.filled = roomFor(this.filled, count);
    this.zone = roomFor(this.zone, count);
    this.first = roomFor(this.first, count + 1);
    this.ofZone = roomFor(this.ofZone, zones.count + 1);
    this.count = this.#cutInGroups(orders, zones);
    this.first[this.count] = count;
    this.ofZone.fill(0, 0, zones.count + 1);
    countByZone(this.count, this.zone, this.ofZone);
    toOffsets(this.ofZone, zones.count + 1);
  }

  /** Returns how many groups there are. */
  #cutInGroups(orders: OrderColumns, { zoneOf }: Zones): number {
    const { members, isBid, limit, quantity, zone, first } = this;
    let group = -1;
    let inZone = -1;
    let atLimit = 0;
    let ofSide = 0;
    for (let at = 0; at < orders.count; at++) {
      const order = members[at]!;
      const orderZone = zoneOf[orders.node[order]!]!;
      const orderLimit = orders.limitMicroPerKwh[order]!;
      const side = orders.isBid[order]!;
      if (orderZone !== inZone || orderLimit !== atLimit || side !== ofSide) {
        group++;
        inZone = orderZone;
        atLimit = orderLimit;
        ofSide = side;
        isBid[group] = side;
        limit[group] = orderLimit + 0; // −0 becomes 0
        zone[group] = orderZone;
        first[group] = at;
        quantity[group] = 0;
      }
      quantity[group]! += orders.quantityWh[order]!;
    }
    return group + 1;
  }

  #sortByZone({ count, node }: OrderColumns, byLimit: Int32Array, { zoneOf, count: zoneCount }: Zones): Int32Array {
    this.#byZone = roomFor(this.#byZone, count);
    this.#offsets = roomFor(this.#offsets, zoneCount);
    const offsets = this.#offsets.fill(0, 0, zoneCount);
    countByZoneOfNode(count, node, zoneOf, offsets);
    toOffsets(offsets, zoneCount);
    scatterByZone(byLimit, count, node, zoneOf, offsets, this.#byZone);
    return this.#byZone;
  }
}

function countByZone(count: number, zone: Int32Array, counts: Int32Array): void {
  for (let group = 0; group < count; group++) counts[zone[group]!]!++;
}

function countByZoneOfNode(count: number, node: Int32Array, zoneOf: Int32Array, counts: Int32Array): void {
  for (let order = 0; order < count; order++) counts[zoneOf[node[order]!]!]!++;
}

function scatterByZone(
  from: Int32Array,
  count: number,
  node: Int32Array,
  zoneOf: Int32Array,
  offsets: Int32Array,
  to: Int32Array,
): void {
  for (let at = 0; at < count; at++) {
    const order = from[at]!;
    to[offsets[zoneOf[node[order]!]!]!++] = order;
  }
}
