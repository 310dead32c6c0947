import type { OperationConfig } from '../config/operation-variables';

export interface TracingOptions {
  readonly service: string;
  readonly operation: OperationConfig;
  /** Whether callers are ours: then they decide what is traced. Requests from the internet may only name their trace. */
  readonly trustCaller: boolean;
}

/**
 * Traces requests from here to the database where `OTEL_EXPORTER_OTLP_ENDPOINT` says where to send them; otherwise does
 * nothing, and loads nothing. Call it before the application is made.
 */
export async function startTracing(options: TracingOptions): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio } = options.operation;
  if (endpoint === undefined) return;
  const { install } = await import('./install');
  install({ service: options.service, trustCaller: options.trustCaller, endpoint, ratio });
}
