import { Controller, Get, Header, Inject, Res, ServiceUnavailableException, type Type } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import type { Response } from 'express';
import { Access } from '../access/access';
import { Readiness, SHUTDOWN } from './readiness';
import { READY_CHECKS, type ReadyCheck } from './ready-check';

/** No probe may hold an orchestrator up for longer than this. */
const PROBE_MS = 2_000;

const DOWN = { [SHUTDOWN]: { status: 'down' } } as const;
/** As terminus would say it. Nothing else is asked: whatever works, nobody should come any more. */
const ENDING = { status: 'error', info: {}, error: DOWN, details: DOWN } as const;

/** A controller that answers `<path>/live` and `<path>/ready` to anyone. It says what is down, never why: that is in the logs. */
export function healthController(path: string): Type {
  @Controller(path)
  @Access('public')
  class HealthController {
    constructor(
      @Inject(HealthCheckService) private readonly health: HealthCheckService,
      @Inject(HealthIndicatorService) private readonly indicators: HealthIndicatorService,
      @Inject(Readiness) private readonly readiness: Readiness,
      @Inject(READY_CHECKS) private readonly checks: readonly ReadyCheck[],
    ) {}

    @Get('live')
    @Header('cache-control', 'no-store')
    live(): { status: 'ok' } {
      return { status: 'ok' };
    }

    @Get('ready')
    @Header('cache-control', 'no-store')
    async ready(@Res({ passthrough: true }) response: Response): Promise<unknown> {
      if (this.readiness.isEnding) {
        response.status(503);
        return ENDING;
      }
      try {
        return await this.health.check(this.checks.map((check) => () => this.indicate(check)));
      } catch (error) {
        // Terminus throws what is down; here that is an answer, not a failure of the request.
        if (!(error instanceof ServiceUnavailableException)) throw error;
        response.status(503);
        return error.getResponse();
      }
    }

    private async indicate({ name, probe }: ReadyCheck): Promise<HealthIndicatorResult> {
      const indicator = this.indicators.check(name);
      const works = await Promise.race([probe().then(() => true), expiry()]).catch(() => false);
      return works ? indicator.up() : indicator.down();
    }
  }
  return HealthController;
}

function expiry(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, PROBE_MS, false).unref());
}
