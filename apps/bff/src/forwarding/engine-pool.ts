import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Dispatcher, Pool } from 'undici';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';

const CONNECT_MS = 5_000;

/**
 * Kept connections to the engine for reads. `dispatch` is undici's lowest level: an answer goes from one socket to the
 * other without streams and promises between. Whoever dispatches sets the deadline.
 */
@Injectable()
export class EnginePool implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly base: string;

  constructor(@Inject(BFF_CONFIG) { ENGINE_URL }: BffConfig) {
    const { origin, pathname } = new URL(ENGINE_URL);
    this.base = pathname === '/' ? '' : pathname;
    this.pool = new Pool(origin, {
      connections: 128,
      pipelining: 1,
      allowH2: false,
      connectTimeout: CONNECT_MS,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  get(target: string, headers: readonly string[], handler: Dispatcher.DispatchHandler): void {
    this.pool.dispatch({ method: 'GET', path: this.base + target, headers: headers as string[] }, handler);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
