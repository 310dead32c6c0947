import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { type ReadableSpan, SamplingDecision } from '@opentelemetry/sdk-trace';
import { PrivateSpans } from './private-spans';
import { samplerOf } from './samplers';
import { StrictTraceContext } from './strict-trace-context';

const TRACE = 'a'.repeat(32);
const SPAN = 'b'.repeat(16);

describe('the trace of a caller', () => {
  const propagator = new StrictTraceContext();
  const read = (carrier: Record<string, unknown>) =>
    trace.getSpanContext(propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter));

  it('is taken over in its standard form, and passed on without what else came along', () => {
    const carrier = { traceparent: `00-${TRACE}-${SPAN}-ff`, tracestate: 'stranger=1' };
    const told = read(carrier);
    expect(told).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: TraceFlags.SAMPLED, isRemote: true });
    const passed = {};
    propagator.inject(propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter), passed, defaultTextMapSetter);
    expect(passed).toEqual({ traceparent: `00-${TRACE}-${SPAN}-01` });
  });

  it.each([
    ['nothing', {}],
    ['another version', { traceparent: `01-${TRACE}-${SPAN}-01` }],
    ['something behind it', { traceparent: `00-${TRACE}-${SPAN}-01-more` }],
    ['a space before it', { traceparent: ` 00-${TRACE}-${SPAN}-01` }],
    ['capitals', { traceparent: `00-${TRACE.toUpperCase()}-${SPAN}-01` }],
    ['no trace', { traceparent: `00-${'0'.repeat(32)}-${SPAN}-01` }],
    ['no span', { traceparent: `00-${TRACE}-${'0'.repeat(16)}-01` }],
    ['two of them', { traceparent: [`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-01`] }],
  ])('is none where there is %s', (_, carrier) => {
    expect(read(carrier)).toBeUndefined();
  });
});

describe('what is traced', () => {
  const decide = (
    trusts: boolean,
    { sampled, remote, chance }: { sampled: boolean; remote: boolean; chance: number },
  ) => {
    const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
    const parent = trace.setSpanContext(ROOT_CONTEXT, { traceId: TRACE, spanId: SPAN, traceFlags, isRemote: remote });
    const { decision } = samplerOf(0.5, trusts, () => chance).shouldSample(
      parent,
      TRACE,
      'GET',
      SpanKind.SERVER,
      {},
      [],
    );
    return decision === SamplingDecision.RECORD_AND_SAMPLED;
  };

  it.each([true, false])('is not for a stranger to decide (who says %p)', (sampled) => {
    expect(decide(false, { sampled, remote: true, chance: 0.4 })).toBe(true);
    expect(decide(false, { sampled, remote: true, chance: 0.6 })).toBe(false);
  });

  it.each([true, false])('is for a caller of ours to decide, and whole within a process (%p)', (sampled) => {
    for (const chance of [0.4, 0.6]) {
      expect(decide(true, { sampled, remote: true, chance })).toBe(sampled);
      expect(decide(false, { sampled, remote: false, chance })).toBe(sampled);
    }
  });
});

it('keeps people’s addresses, browsers and query strings out of spans', () => {
  const attributes = {
    'url.full': 'http://engine/node/7?token=secret',
    'url.query': 'token=secret',
    'client.address': '192.0.2.1',
    'user_agent.original': 'a browser',
    'http.route': '/node/:nodeId',
  };
  new PrivateSpans().onEnd({ attributes } as unknown as ReadableSpan);
  expect(attributes).toEqual({ 'url.full': 'http://engine/node/7', 'http.route': '/node/:nodeId' });
});
