// A steady load of what people do: reads through to the engine, reads of the BFF alone, writes of both.
import { request } from 'node:http';

const JSON_BODY = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
const STRATEGY = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: null,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
};

const kindsOf = ({ nodeId, communityId }) => [
  { name: 'engine read', path: `/api/engine/node/${nodeId}/now` },
  { name: 'engine read', path: `/api/engine/community/${communityId}` },
  { name: 'bff read', path: '/api/auth/me' },
  { name: 'engine read', path: `/api/engine/node/${nodeId}/strategy` },
  { name: 'bff write', method: 'PUT', path: '/api/auth/me/language', body: { language: 'de' } },
  { name: 'engine read', path: `/api/engine/node/${nodeId}/now` },
  { name: 'bff read', path: '/api/auth/me' },
  { name: 'engine write', method: 'PUT', path: `/api/engine/node/${nodeId}/strategy`, body: STRATEGY },
];

/** Asks `perSecond` times a second, whatever the answers do, each time on a connection of its own. */
export function startLoad({ url, perSecond, cookies, demo }) {
  const kinds = kindsOf(demo);
  const answered = [];
  const failed = [];
  const open = new Set();
  let sent = 0;
  const begun = performance.now();
  const send = () => {
    const kind = kinds[sent % kinds.length];
    const one = once(url, kind, cookies[sent % cookies.length])
      .then((ms) => answered.push({ name: kind.name, ms }))
      .catch((error) => failed.push(`${kind.method ?? 'GET'} ${kind.path}: ${error.message}`))
      .finally(() => open.delete(one));
    open.add(one);
    sent += 1;
  };
  // What a late timer left out is made up for.
  const due = () => ((performance.now() - begun) * perSecond) / 1_000;
  const timer = setInterval(() => {
    while (sent < due()) send();
  }, 1_000 / perSecond);
  return {
    get sent() {
      return sent;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      return { sent, answered, failed };
    },
  };
}

function once(url, { method = 'GET', path, body }, cookie) {
  const begun = performance.now();
  return new Promise((done, broken) => {
    const call = request(url + path, { method, agent: false, headers: { cookie, ...(body && JSON_BODY) } });
    call.on('error', broken);
    call.on('response', (answer) => {
      let text = '';
      answer.on('data', (data) => (text += data));
      answer.on('error', broken);
      answer.on('end', () => {
        if (!answer.complete) broken(new Error('the answer broke off'));
        else if (answer.statusCode >= 300) broken(new Error(`${answer.statusCode} ${text.slice(0, 200)}`));
        else done(performance.now() - begun);
      });
    });
    call.end(body && JSON.stringify(body));
  });
}
