import type { LoadProfile } from './community';
import type { HourWeights } from './hours';

/** When the people of a house are at home and awake, and how their days differ. */
export interface ProfileHabits {
  /** Share of the ordinary use that runs day and night: fridge, freezer, ventilation, standby. */
  readonly baseShare: number;
  readonly workday: HourWeights;
  readonly weekend: HourWeights;
  /** Activity on a weekend's day over that of a workday. */
  readonly weekendFactor: number;
  /** Days away from home in a year, about. */
  readonly daysAway: number;
}

// prettier-ignore
const AT_WORK: HourWeights = [1, 0.5, 0.3, 0.3, 0.4, 1.5, 5, 6, 3, 2, 2, 3, 3, 2, 2, 2, 4, 7, 10, 11, 10, 8, 6, 3];
// prettier-ignore
const FAMILY: HourWeights = [1, 0.5, 0.3, 0.3, 0.4, 2, 6, 7, 4, 4, 5, 9, 8, 4, 4, 5, 7, 9, 11, 10, 8, 7, 5, 3];
// prettier-ignore
const AT_HOME: HourWeights = [0.6, 0.4, 0.3, 0.3, 0.5, 1, 4, 7, 7, 6, 7, 10, 8, 5, 5, 5, 6, 8, 9, 8, 7, 6, 4, 1.5];
// prettier-ignore
const DAY_OFF: HourWeights = [2, 1, 0.5, 0.4, 0.4, 0.6, 2, 4, 7, 9, 9, 11, 10, 7, 6, 6, 7, 9, 10, 9, 8, 7, 6, 4];
// prettier-ignore
const LESSONS: HourWeights = [0.3, 0.2, 0.2, 0.2, 0.3, 1, 6, 10, 12, 12, 12, 10, 6, 9, 10, 9, 7, 5, 4, 4, 3, 2, 1, 0.5];
// prettier-ignore
const CLUBS: HourWeights = [0.3, 0.2, 0.2, 0.2, 0.2, 0.3, 1, 2, 4, 5, 5, 4, 3, 4, 4, 4, 4, 4, 5, 5, 4, 3, 2, 1];

/** The habits of each kind of household. */
export const PROFILES: Readonly<Record<LoadProfile, ProfileHabits>> = {
  single: { baseShare: 0.52, workday: AT_WORK, weekend: DAY_OFF, weekendFactor: 1.15, daysAway: 24 },
  couple: { baseShare: 0.46, workday: AT_WORK, weekend: DAY_OFF, weekendFactor: 1.25, daysAway: 22 },
  family: { baseShare: 0.43, workday: FAMILY, weekend: DAY_OFF, weekendFactor: 1.15, daysAway: 18 },
  retired: { baseShare: 0.47, workday: AT_HOME, weekend: AT_HOME, weekendFactor: 1.02, daysAway: 16 },
  'home-office': { baseShare: 0.44, workday: AT_HOME, weekend: DAY_OFF, weekendFactor: 1.05, daysAway: 18 },
  school: { baseShare: 0.44, workday: LESSONS, weekend: CLUBS, weekendFactor: 0.3, daysAway: 0 },
};
