import { FoundEngine1764000000000 } from './1764000000000-found-engine';
import { PlantIds1765500000000 } from './1765500000000-plant-ids';
import { EstimatedReadings1765600000000 } from './1765600000000-estimated-readings';

/** All migrations, in the order they are run. */
export const migrations = [FoundEngine1764000000000, PlantIds1765500000000, EstimatedReadings1765600000000];
