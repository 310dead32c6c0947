import { getMe, login, logout, putLanguage, refresh } from './auth';
import { getWebConfig } from './web-config';

/** The routes that the BFF answers itself. */
export const bffRoutes = { login, logout, refresh, getMe, putLanguage, getWebConfig } as const;
