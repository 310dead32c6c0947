import helmet from 'helmet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PERMISSIONS_POLICY, SECURITY_HEADERS } from './security-headers';

/** The security headers that every answer has, names and values in turn, written down once at the start. */
export const FIXED_HEADERS: readonly string[] = fixedHeaders();

function fixedHeaders(): string[] {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, String(value)),
    removeHeader: (name: string) => headers.delete(name),
  };
  helmet(SECURITY_HEADERS)({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  return [...headers, ['Permissions-Policy', PERMISSIONS_POLICY]].flat();
}
