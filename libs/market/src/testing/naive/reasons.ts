import type { FillReason } from '../../clearing/clearing';
import type { GridNode } from '../../grid/grid';
import type { Order } from '../../order';
import type { Outcome } from './prices';
import type { Tree } from './tree';
import { regions } from './zones';

/** Why orders were filled as far as they were, each looked at by itself. */
export class Reasons {
  readonly #tree: Tree;
  readonly #orders: readonly Order[];
  readonly #outcome: Outcome;
  readonly #price: ReadonlyMap<number, number>;
  /** Nodes between which a Wh more or less is worth the same: who has its limit as price there, shares one pot. */
  readonly #pot: ReadonlyMap<number, number>;

  constructor(tree: Tree, orders: readonly Order[], outcome: Outcome, price: ReadonlyMap<number, number>) {
    this.#tree = tree;
    this.#orders = orders.filter(({ quantityWh }) => quantityWh > 0);
    this.#outcome = outcome;
    this.#price = price;
    const isInside = (edge: GridNode) => outcome.zone.get(edge.id) !== edge.id;
    this.#pot = regions(tree, (edge) => isInside(edge) || this.#isIndifferent(edge));
  }

  of(order: Order): FillReason {
    const { id, node, side, quantityWh, limitMicroPerKwh } = order;
    if (this.#outcome.filled.get(id) === quantityWh) return { code: 'filled' };
    if (this.#orders.every((other) => other.side === side)) return { code: 'no-counterpart' };
    const best = this.#best(node, null, side);
    const wouldTrade = side === 'ask' ? best.price > limitMicroPerKwh : best.price < limitMicroPerKwh;
    if (best.edge !== null && wouldTrade) {
      const { id: edge, parent, feeUp, capacityUp, capacityDown } = best.edge;
      const isFullUp = this.#price.get(parent!)! - feeUp > this.#price.get(edge)!;
      return { code: 'capacity', node: edge, capacityWh: (isFullUp ? capacityUp : capacityDown)! };
    }
    const priceMicroPerKwh = this.#price.get(node)!;
    if (limitMicroPerKwh !== priceMicroPerKwh) return { code: 'price', limitMicroPerKwh, priceMicroPerKwh };
    return this.#tie(order);
  }

  /** The price step is the fee of a direction in which there is room, and either way the flow can change a little. */
  #isIndifferent({ id, parent, feeUp, feeDown, capacityUp, capacityDown }: GridNode): boolean {
    const flow = this.#outcome.flow.get(id)!;
    const gain = this.#price.get(parent!)! - this.#price.get(id)!;
    const mayRise = flow < 0 ? gain === -feeDown : gain === feeUp && flow < (capacityUp ?? Infinity);
    const mayFall = flow > 0 ? gain === feeUp : gain === -feeDown && -flow < (capacityDown ?? Infinity);
    return mayRise && mayFall;
  }

  #tie({ node, side, limitMicroPerKwh }: Order): FillReason {
    const sharers = this.#orders.filter(
      (other) =>
        this.#pot.get(other.node) === this.#pot.get(node) &&
        other.side === side &&
        other.limitMicroPerKwh === this.#price.get(other.node),
    );
    const filledWh = sharers.reduce((sum, { id }) => sum + this.#outcome.filled.get(id)!, 0);
    const quantityWh = sharers.reduce((sum, one) => sum + one.quantityWh, 0);
    if (sharers.length === 1 || filledWh === 0) return { code: 'no-counterpart' };
    return { code: 'tie', priceMicroPerKwh: limitMicroPerKwh, orders: sharers.length, filledWh, quantityWh };
  }

  /**
   * The best price for a side beyond a node, seen from it, and the first edge with rent on the way there. Equally good:
   * here before elsewhere, below before above, the last child first.
   */
  #best(at: number, cameFrom: number | null, side: Order['side']): { price: number; edge: GridNode | null } {
    const own = this.#price.get(at)!;
    const { parent } = this.#tree.node(at);
    const around = this.#tree.childrenOf(at).reverse();
    if (parent !== null) around.push(this.#tree.node(parent));
    const sign = side === 'ask' ? 1 : -1;
    let best: { price: number; edge: GridNode | null } = { price: own, edge: null };
    for (const { id } of around) {
      if (id === cameFrom) continue;
      const beyond = this.#best(id, at, side);
      const fee = side === 'ask' ? this.#tree.fees(at, id) : this.#tree.fees(id, at);
      const price = beyond.price - sign * fee;
      if (sign * price <= sign * best.price) continue;
      const isRent = sign * this.#price.get(id)! - fee > sign * own;
      best = { price, edge: isRent ? this.#tree.node(id === parent ? at : id) : beyond.edge };
    }
    return best;
  }
}
