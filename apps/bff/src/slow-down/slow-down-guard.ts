import { Failure } from '@ceex/server';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { KnownDevices } from './known-devices';
import { networkOf } from './network-of';
import { type Count, SlowDown } from './slow-down';
import { SLOW_DOWN, type SlowDownRule } from './slow-down-rule';

/**
 * Counts a request by its address and by the account that it names, or by its browser alone where that browser signed
 * in to the account before: then nobody who tries from elsewhere can slow its owner down.
 */
@Injectable()
export class SlowDownGuard implements CanActivate {
  constructor(
    private readonly slowDown: SlowDown,
    private readonly devices: KnownDevices,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = Reflect.getMetadata(SLOW_DOWN, context.getHandler()) as SlowDownRule;
    const request = context.switchToHttp().getRequest<Request>();
    const mine = this.countsOf(rule, request);
    for (const count of mine) {
      const seconds = await this.slowDown.try(count);
      if (seconds > 0) throw new Failure('too-many-requests', { headers: { 'retry-after': String(seconds) } });
    }
    this.slowDown.note(request, mine);
    return true;
  }

  private countsOf({ name, accountOf }: SlowDownRule, request: Request): readonly Count[] {
    const address: Count = { name, counted: 'address', subject: networkOf(request.ip) };
    const account = accountOf?.(request);
    if (account === undefined) return [address];
    const device = this.devices.of(request, account);
    if (device !== undefined) return [{ name, counted: 'device', subject: `${device} ${account}` }];
    return [address, { name, counted: 'account', subject: account }];
  }
}
