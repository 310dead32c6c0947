/** How long links work, in minutes. */
export const RESET_MINUTES = 30;
export const REGISTER_MINUTES = 24 * 60;
export const EMAIL_CHANGE_MINUTES = 24 * 60;
const NEWS_MINUTES = 7 * 24 * 60;

/** So many minutes after `now`; by default a letter that only tells something is not sent any more after a week. */
export function after(now: Date, minutes = NEWS_MINUTES): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
