import { getMe, login, logout, putLanguage, refresh } from './auth';
import {
  listPasskeys,
  passkeyLogin,
  passkeyOptions,
  passkeyRegisterOptions,
  registerPasskey,
  removePasskey,
  renamePasskey,
} from './passkeys';
import {
  beginTotp,
  confirmTotp,
  getSecondFactor,
  loginSecondFactor,
  removeTotp,
  renewRecoveryCodes,
} from './second-factor';
import { getWebConfig } from './web-config';

/** The routes that the BFF answers itself. */
export const bffRoutes = {
  login,
  logout,
  refresh,
  getMe,
  putLanguage,
  getWebConfig,
  loginSecondFactor,
  getSecondFactor,
  beginTotp,
  confirmTotp,
  removeTotp,
  renewRecoveryCodes,
  passkeyOptions,
  passkeyLogin,
  listPasskeys,
  passkeyRegisterOptions,
  registerPasskey,
  renamePasskey,
  removePasskey,
} as const;
