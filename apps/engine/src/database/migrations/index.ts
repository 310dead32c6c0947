import { FoundEngine1764000000000 } from './1764000000000-found-engine';

/** All migrations, in the order they are run. */
export const migrations = [FoundEngine1764000000000];
