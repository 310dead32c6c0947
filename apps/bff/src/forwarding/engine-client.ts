import { REQUEST_ID_HEADER, SHUTDOWN } from '@ceex/server';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import type { Caller } from '../users/caller';
import { isStrange, StrangeAnswer } from './answer-relay';
import { EngineCircuit, EngineSilence } from './engine-circuit';
import { SignedClaims } from './signed-claims';
import type { ForwardingRule } from './allow-list';
import type { UpstreamCall } from './upstream-call';

const SOCKETS = { keepAlive: true, maxSockets: 128, maxFreeSockets: 16 } as const;
const READY_MS = 1_500;

export type EngineAnswer = AxiosResponse<Readable>;
export type EngineCall = Omit<UpstreamCall, 'rule'> & { readonly rule: Pick<ForwardingRule, 'route'> };

/** The only one who talks to the engine: fixed address, kept-alive connections, no redirects, headers of our own alone. */
@Injectable()
export class EngineClient implements OnApplicationShutdown {
  private readonly logger = new Logger(EngineClient.name);
  private readonly agents = { httpAgent: new http.Agent(SOCKETS), httpsAgent: new https.Agent(SOCKETS) };
  /** Streams keep their connections for long, and must not take those of all other calls. */
  private readonly streamAgents = { httpAgent: new http.Agent(), httpsAgent: new https.Agent() };
  private readonly axios: AxiosInstance;

  constructor(
    @Inject(BFF_CONFIG) config: BffConfig,
    private readonly claims: SignedClaims,
    private readonly circuit: EngineCircuit,
  ) {
    this.axios = axios.create({
      ...this.agents,
      baseURL: config.ENGINE_URL,
      allowAbsoluteUrls: false,
      maxRedirects: 0,
      proxy: false,
      responseType: 'stream',
      decompress: false,
      validateStatus: () => true,
      // The body is a text or a stream already, and must leave as it is.
      transformRequest: [(body: unknown) => body],
      maxBodyLength: Number.POSITIVE_INFINITY,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'ceex-bff' },
    });
  }

  /** Makes a call for `caller`. The answer streams; `signal` ends it. Throws `upstream-unavailable` or what `csv` broke off with. */
  async send(
    call: EngineCall,
    caller: Caller,
    requestId: string,
    signal: AbortSignal,
    csv?: Readable,
  ): Promise<EngineAnswer> {
    const { route } = call.rule;
    const data = csv ?? call.json;
    const ask = () =>
      this.axios.request<Readable>({
        method: route.method,
        url: call.target,
        data,
        signal,
        ...(route.answerType && this.streamAgents),
        headers: {
          accept: route.answerType ?? 'application/json',
          'content-type': data === undefined ? false : (route.bodyType ?? 'application/json'),
          [REQUEST_ID_HEADER]: requestId,
          authorization: this.claims.headerFor(caller),
        },
      });
    const answer = await this.circuit.run(() =>
      ask()
        .catch((error: unknown) => {
          if (route.method === 'GET' && metStaleConnection(error)) return ask();
          throw error;
        })
        .catch((error: unknown) => {
          throw silenceOf(error, signal, csv);
        }),
    );
    this.refuseStrange(answer);
    return answer;
  }

  /** Throws unless the engine says that it is ready. One that is about to end serves until another has taken over. */
  async ready(): Promise<void> {
    const { status, data } = await this.axios.get<string>('/health/ready', { timeout: READY_MS, responseType: 'text' });
    if (status !== 200 && !isOnlyEnding(data)) throw new Error(`The engine's readiness is ${status}`);
  }

  onApplicationShutdown(): void {
    for (const agent of [...Object.values(this.agents), ...Object.values(this.streamAgents)]) agent.destroy();
  }

  private refuseStrange({ status, data }: EngineAnswer): void {
    if (!isStrange(status)) return;
    data.destroy();
    this.logger.error(`The engine answered ${status}: do both sides have the same ENGINE_TOKEN_SECRET?`);
    throw new StrangeAnswer(status);
  }
}

function isOnlyEnding(text: string): boolean {
  const { error = {} } = JSON.parse(text) as { error?: object };
  return Object.keys(error).join() === SHUTDOWN;
}

/** What `error` says of the engine; a caller who left, or a body that broke off, says nothing of it. */
function silenceOf(error: unknown, signal: AbortSignal, csv?: Readable): unknown {
  if (signal.aborted) {
    const isLate = (signal.reason as Error | undefined)?.name === 'TimeoutError';
    return isLate ? new EngineSilence('upstream-timeout') : error;
  }
  return csv?.errored ? error : new EngineSilence('upstream-unavailable', error);
}

/** The engine closed a kept connection just as we used it again: it never saw the request, a new connection will do. */
function metStaleConnection(error: unknown): boolean {
  if (!axios.isAxiosError(error) || error.code !== 'ECONNRESET') return false;
  return (error.request as { reusedSocket?: boolean } | undefined)?.reusedSocket === true;
}
