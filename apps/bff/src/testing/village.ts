import type { NamedNode } from '@ceex/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The households of two small communities, as the engine knows them. */
export const HOUSEHOLDS: Readonly<Record<number, readonly NamedNode[]>> = {
  1: [
    { nodeId: 7, code: 'H7', label: 'Haus Sonne' },
    { nodeId: 8, code: 'H8', label: 'Haus Mond' },
    { nodeId: 10, code: 'H10', label: 'Mühle' },
  ],
  2: [{ nodeId: 9, code: 'H9', label: 'Hof' }],
};
export const NAMES: Readonly<Record<number, string>> = { 1: 'Seeblick', 2: 'Bergli' };

/** Answers as the engine does where somebody asks what there is; everything else is `{"ok":true}`. */
export function answerAsVillage({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const communityId = Number(/^\/community\/(\d+)\/households$/.exec(url)?.[1] ?? 0);
  const name = NAMES[communityId];
  response.setHeader('content-type', 'application/json');
  if (communityId === 0) response.end(JSON.stringify(answerTo(url)));
  else if (name === undefined) response.writeHead(404).end(JSON.stringify(NOT_FOUND));
  else response.end(JSON.stringify({ communityId, name, households: HOUSEHOLDS[communityId] }));
}

const NOT_FOUND = {
  type: 'urn:ceex:problem:not-found',
  title: 'There is nothing here',
  status: 404,
  code: 'not-found',
};

function answerTo(url: string): object {
  if (!url.startsWith('/community?')) return { ok: true };
  const communities = Object.entries(NAMES).map(([id, name]) => {
    const communityId = Number(id);
    return { communityId, name, status: 'open', households: HOUSEHOLDS[communityId]?.length };
  });
  return { communities, next: null };
}
