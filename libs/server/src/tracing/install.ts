import { context, propagation, type Span, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { ExpressInstrumentation, ExpressLayerType } from '@opentelemetry/instrumentation-express';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { IncomingMessage } from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { routeOf } from '../metrics/route-pattern';
import { PrivateSpans } from './private-spans';
import { samplerOf } from './samplers';
import { StrictTraceContext } from './strict-trace-context';
import { linkTraces } from './trace-link';

export interface TraceSettings {
  readonly service: string;
  /** Base address of the collector. */
  readonly endpoint: string;
  readonly ratio: number;
  readonly trustCaller: boolean;
}

/** What the instrumentations change, in place. */
const INSTRUMENTED = ['http', 'https', 'pg', 'pg-pool', 'express'];

/** Begins to trace; what the instrumentations know is traced from now on. */
export function install({ service, endpoint, ratio, trustCaller }: TraceSettings): void {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `ceex-${service}` }),
    sampler: samplerOf(ratio, trustCaller),
    spanProcessors: [new PrivateSpans(), new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new StrictTraceContext());
  trace.setGlobalTracerProvider(provider);
  registerInstrumentations({ tracerProvider: provider, instrumentations: instrumentations() });
  changeLoaded();
  linkTraces({
    currentTrace() {
      const span = trace.getActiveSpan()?.spanContext();
      return span && { traceId: span.traceId, spanId: span.spanId };
    },
    flush: () => provider.shutdown().catch(() => undefined),
  });
}

function instrumentations() {
  return [
    new HttpInstrumentation({
      ignoreIncomingRequestHook: ({ url }) => /^(\/api)?\/health\//.test(url ?? ''),
      applyCustomAttributesOnSpan: (span, request) => nameRequest(span, request as IncomingMessage),
      requireParentforOutgoingSpans: true,
    }),
    new ExpressInstrumentation({
      ignoreLayersType: [ExpressLayerType.MIDDLEWARE, ExpressLayerType.ROUTER],
      // Where the framework hangs up what is to see all requests.
      ignoreLayers: ['{/*splat}'],
    }),
    new UndiciInstrumentation({ requireParentforSpans: true }),
    // The text of a statement, never its parameters.
    new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false, ignoreConnectSpans: true }),
  ];
}

function nameRequest(span: Span, request: IncomingMessage): void {
  const { id, method } = request;
  if (id === undefined) return;
  span.setAttribute('ceex.request_id', String(id));
  const route = routeOf(request);
  if (route !== 'other') span.setAttribute('http.route', route).updateName(`${method} ${route}`);
}

/**
 * Instrumentations change modules when they are required, and our programs import them: that goes past the hook. Yet both
 * ways lead to one and the same object, which they change in place, so requiring it here is enough.
 */
function changeLoaded(): void {
  const require = createRequire(import.meta.url);
  for (const name of INSTRUMENTED) require(name);
  syncBuiltinESMExports();
}
