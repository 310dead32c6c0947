import type { PreparedGrid } from '../grid/grid';

/** Where two nodes' paths to the root meet, in O(log n): heavy-path decomposition (Sleator and Tarjan, 1983). */
export class TreePaths {
  readonly #parent: Int32Array;
  /** Top node of the heavy path each node lies on. */
  readonly #head: Int32Array;

  constructor({ parent, nodes }: PreparedGrid) {
    const size = new Int32Array(nodes.length).fill(1);
    const heavy = new Int32Array(nodes.length).fill(-1);
    for (let node = nodes.length - 1; node > 0; node--) {
      const up = parent[node]!;
      size[up]! += size[node]!;
      if (heavy[up]! < 0 || size[node]! > size[heavy[up]!]!) heavy[up] = node;
    }
    this.#parent = parent;
    this.#head = new Int32Array(nodes.length);
    for (let node = 1; node < nodes.length; node++) {
      const up = parent[node]!;
      this.#head[node] = heavy[up] === node ? this.#head[up]! : node;
    }
  }

  /** Lowest common ancestor of two node numbers. */
  meeting(a: number, b: number): number {
    while (this.#head[a] !== this.#head[b]) {
      // In pre-order the path whose head has the higher number cannot hold the common ancestor.
      if (this.#head[a]! > this.#head[b]!) a = this.#parent[this.#head[a]!]!;
      else b = this.#parent[this.#head[b]!]!;
    }
    return Math.min(a, b);
  }
}
