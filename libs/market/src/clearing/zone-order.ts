import type { Groups } from './groups';
import { roomFor } from './room';
import type { Zones } from './zones';

const NONE = -1;

/**
 * Zones in post-order, of each zone's children the one with the most groups below first: its curve then lies lowest on
 * the solver's stack, where the curves of its smaller siblings do not move it. Without recursion.
 */
export class ZoneOrder {
  #order: Int32Array = new Int32Array(0);
  #weight: Int32Array = new Int32Array(0);
  #firstChild: Int32Array = new Int32Array(0);
  #nextSibling: Int32Array = new Int32Array(0);
  #stack: Int32Array = new Int32Array(0);

  /** Zone numbers, children before parents. */
  of(zones: Zones, groups: Groups): Int32Array {
    const { count } = zones;
    this.#order = roomFor(this.#order, count);
    this.#weight = roomFor(this.#weight, count);
    this.#firstChild = roomFor(this.#firstChild, count).fill(NONE, 0, count);
    this.#nextSibling = roomFor(this.#nextSibling, count).fill(NONE, 0, count);
    this.#stack = roomFor(this.#stack, count);
    this.#listChildren(zones, groups);
    const stack = this.#stack;
    const order = this.#order;
    let depth = 0;
    stack[depth++] = 0;
    // Written from the end: a zone, then its last child's subtree before it, and so on.
    for (let place = count - 1; place >= 0; place--) {
      const zone = stack[--depth]!;
      order[place] = zone;
      for (let child = this.#firstChild[zone]!; child !== NONE; child = this.#nextSibling[child]!) {
        stack[depth++] = child;
      }
    }
    return order;
  }

  #listChildren({ count, parent }: Zones, { ofZone }: Groups): void {
    const weight = this.#weight;
    for (let zone = 0; zone < count; zone++) weight[zone] = ofZone[zone + 1]! - ofZone[zone]!;
    for (let zone = count - 1; zone > 0; zone--) {
      const above = parent[zone]!;
      const first = this.#firstChild[above]!;
      weight[above]! += weight[zone]!;
      if (first === NONE || weight[zone]! > weight[first]!) {
        this.#nextSibling[zone] = first;
        this.#firstChild[above] = zone;
      } else {
        this.#nextSibling[zone] = this.#nextSibling[first]!;
        this.#nextSibling[first] = zone;
      }
    }
  }
}
