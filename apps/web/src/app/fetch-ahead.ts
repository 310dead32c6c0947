import type { Session } from '@ceex/web-data-access/start';
import type { TranslationLoader } from './translation-loader';

/**
 * Fetches what the first page needs all at once, where the router would do it step by step: who is signed in, the frame,
 * the page. A failure is met again, and told, where the router asks for the same.
 */
export function fetchAhead(session: Session, texts: TranslationLoader): void {
  const parts: Promise<unknown>[] = session.mayBeSignedIn()
    ? [session.restore(), texts.needAll(), import('./shell/shell'), ...page(location.pathname)]
    : [import('./gate/gate'), import('@ceex/web-feature-account')];
  for (const part of parts) part.catch(() => undefined);
}

function page(path: string): Promise<unknown>[] {
  if (path === '/' || path === '/trading') return [import('@ceex/web-feature-trading')];
  if (path === '/community') return [import('@ceex/web-feature-community')];
  if (path === '/account') return [import('@ceex/web-feature-settings')];
  return path === '/dashboard' ? [import('@ceex/web-feature-dashboard')] : [];
}
