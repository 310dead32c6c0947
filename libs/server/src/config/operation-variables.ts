import { z } from 'zod';
import { port } from './variables';

/** What both programs know of being operated: how they end, where they show figures and where traces go. */
export const operationVariables = {
  /** So long a program that was told to end goes on serving, so that proxies notice and send nobody any more. */
  SHUTDOWN_DRAIN_MS: z.coerce.number().int().min(0).max(300_000).default(200),
  /** After that, so long for what is in hand; then it is cut off. */
  SHUTDOWN_TIMEOUT_MS: z.coerce.number().int().min(0).max(600_000).default(8_000),
  /** Prometheus finds the figures at `/metrics` of this port; without it there are none. Never the public port. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** Base address of an OpenTelemetry collector (OTLP over HTTP); without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
  /** Which share of requests is traced, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.1),
} as const;

/** What the environment says of a program's operation. */
export type OperationConfig = z.infer<z.ZodObject<typeof operationVariables>>;
