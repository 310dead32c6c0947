import { ParentBasedSampler, type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace';

/** Traces a share of requests, whatever their trace is called: who names it must not decide by the name. */
class Coin implements Sampler {
  constructor(
    private readonly ratio: number,
    private readonly random: () => number,
  ) {}

  shouldSample(): { decision: SamplingDecision } {
    return { decision: this.random() < this.ratio ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD };
  }

  toString(): string {
    return `Coin{${this.ratio}}`;
  }
}

/**
 * Which requests are traced: within a trace all or nothing. What a caller wishes counts only where callers are ours; for
 * anybody else it is `ratio` of the requests.
 */
export function samplerOf(ratio: number, trustCaller: boolean, random: () => number = Math.random): Sampler {
  const root = new Coin(ratio, random);
  return new ParentBasedSampler(
    trustCaller ? { root } : { root, remoteParentSampled: root, remoteParentNotSampled: root },
  );
}
