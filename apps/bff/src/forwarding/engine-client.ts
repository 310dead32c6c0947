import { Failure, REQUEST_ID_HEADER, signClaims } from '@ceex/server';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { type Caller, claimsOf } from '../users/caller';
import type { UpstreamCall } from './upstream-call';

const SOCKETS = { keepAlive: true, maxSockets: 128, maxFreeSockets: 16 } as const;
const READY_MS = 1_500;

export type EngineAnswer = AxiosResponse<Readable>;

/** The only one who talks to the engine: fixed address, kept-alive connections, no redirects, headers of our own alone. */
@Injectable()
export class EngineClient implements OnApplicationShutdown {
  private readonly logger = new Logger(EngineClient.name);
  private readonly agents = { httpAgent: new http.Agent(SOCKETS), httpsAgent: new https.Agent(SOCKETS) };
  /** Streams keep their connections for long, and must not take those of all other calls. */
  private readonly streamAgents = { httpAgent: new http.Agent(), httpsAgent: new https.Agent() };
  private readonly axios: AxiosInstance;

  constructor(@Inject(BFF_CONFIG) private readonly config: BffConfig) {
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
    call: UpstreamCall,
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
          authorization: `Bearer ${signClaims(claimsOf(caller), this.config.ENGINE_TOKEN_SECRET)}`,
        },
      });
    const answer = await ask().catch((error: unknown) => {
      if (route.method === 'GET' && metStaleConnection(error)) return ask();
      throw error;
    });
    this.refuseStrange(answer);
    return answer;
  }

  /** Throws unless the engine says that it is ready. */
  async ready(): Promise<void> {
    const { status, data } = await this.axios.get<Readable>('/health/ready', { timeout: READY_MS });
    data.resume();
    if (status !== 200) throw new Error(`The engine's readiness is ${status}`);
  }

  onApplicationShutdown(): void {
    for (const agent of [...Object.values(this.agents), ...Object.values(this.streamAgents)]) agent.destroy();
  }

  /** The engine never redirects, and takes our tokens: anything else is a fault between the two, not the user's. */
  private refuseStrange({ status, data }: EngineAnswer): void {
    if (status !== 401 && (status < 300 || status >= 400)) return;
    data.destroy();
    this.logger.error(`The engine answered ${status}: do both sides have the same ENGINE_TOKEN_SECRET?`);
    throw new Failure('upstream-unavailable');
  }
}

/** The engine closed a kept connection just as we used it again: it never saw the request, a new connection will do. */
function metStaleConnection(error: unknown): boolean {
  if (!axios.isAxiosError(error) || error.code !== 'ECONNRESET') return false;
  return (error.request as { reusedSocket?: boolean } | undefined)?.reusedSocket === true;
}
