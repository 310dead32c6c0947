// Load on one address, and how long its answers took.
import autocannon from 'autocannon';

const CONNECTIONS = 32;

/**
 * Asks `url` for `seconds`, as fast as it answers or `rate` times a second; with `cookies`, each connection as another
 * caller. Throws where an answer is no success. Times in ms.
 */
export async function load(url, { seconds, rate, cookies = [] }) {
  const times = [];
  let refused = 0;
  let next = 0;
  const run = autocannon({
    url,
    duration: seconds,
    connections: CONNECTIONS,
    ...(rate && { overallRate: rate }),
    setupClient(client) {
      if (cookies.length > 0) client.setHeaders({ cookie: cookies[next++ % cookies.length] });
    },
  });
  run.on('response', (_client, status, _bytes, time) => {
    if (status === 200) times.push(time);
    else refused += 1;
  });
  const { errors, timeouts, duration } = await run;
  if (refused + errors + timeouts > 0) {
    throw new Error(`${url}: ${refused} refused, ${errors} errors, ${timeouts} time-outs among ${times.length}`);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { requests: times.length, perSecond: times.length / duration, p50: at(0.5), p99: at(0.99) };
}
