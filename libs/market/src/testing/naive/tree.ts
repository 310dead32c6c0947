import type { GridNode, PreparedGrid } from '../../grid/grid';

/** One edge of a way, and in which direction the way goes over it. */
export interface Step {
  /** The edge's lower node. */
  readonly edge: GridNode;
  readonly isUp: boolean;
}

/** The grid as a plain tree of its nodes: found by id, walked step by step. */
export class Tree {
  /** From the root down, as the grid numbers them. */
  readonly nodes: readonly GridNode[];
  readonly root: GridNode;
  readonly #byId: ReadonlyMap<number, GridNode>;
  readonly #ways = new Map<string, Step[]>();

  constructor({ nodes }: PreparedGrid) {
    this.nodes = nodes;
    this.root = nodes[0]!;
    this.#byId = new Map(nodes.map((node) => [node.id, node]));
  }

  node(id: number): GridNode {
    return this.#byId.get(id)!;
  }

  childrenOf(id: number): GridNode[] {
    return this.nodes.filter(({ parent }) => parent === id);
  }

  /** The node and all its ancestors, the root last. */
  wayToRoot(id: number): GridNode[] {
    const way = [this.node(id)];
    for (let { parent } = way[0]!; parent !== null; { parent } = way.at(-1)!) way.push(this.node(parent));
    return way;
  }

  isWithin(id: number, top: number): boolean {
    return this.wayToRoot(id).some((node) => node.id === top);
  }

  /** Where the ways of two nodes to the root meet. */
  meetingOf(a: number, b: number): number {
    const ofB = this.wayToRoot(b);
    return this.wayToRoot(a).find((node) => ofB.includes(node))!.id;
  }

  /** The only way there is between two nodes: up to where they meet, then down. */
  way(from: number, to: number): readonly Step[] {
    const key = `${from} ${to}`;
    let way = this.#ways.get(key);
    if (way === undefined) {
      const meeting = this.meetingOf(from, to);
      const below = (id: number) => this.wayToRoot(id).filter((node) => !this.isWithin(meeting, node.id));
      const up = below(from).map((edge) => ({ edge, isUp: true }));
      const down = below(to).map((edge) => ({ edge, isUp: false }));
      this.#ways.set(key, (way = [...up, ...down.reverse()]));
    }
    return way;
  }

  /** The fees of the way from a seller to a buyer, µCHF/kWh. */
  fees(from: number, to: number): number {
    return this.way(from, to).reduce((sum, { edge, isUp }) => sum + (isUp ? edge.feeUp : edge.feeDown), 0);
  }

  /** Length of the way, counted in millimetres. */
  lengthMm(from: number, to: number): number {
    return this.way(from, to).reduce((sum, { edge }) => sum + Math.round(edge.lengthM * 1000), 0);
  }
}
