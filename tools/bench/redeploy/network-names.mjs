// Loaded into a BFF: the name in ENGINE_URL leads to all replicas of the engine, in another order each time, as the name
// of a service does in a container network. Whether a replica lives is not asked there either.
import dns from 'node:dns';

const { SERVICE_NAME: name, SERVICE_ADDRESSES: list } = process.env;
const addresses = list.split(',').map((address) => ({ address, family: 4 }));
const { lookup } = dns;

dns.lookup = (asked, options, callback) => {
  if (asked !== name) return lookup(asked, options, callback);
  const shuffled = addresses.toSorted(() => Math.random() - 0.5);
  const told = typeof options === 'function' ? options : callback;
  process.nextTick(() => (options?.all ? told(null, shuffled) : told(null, shuffled[0].address, 4)));
};
